import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Compartment, Id, Rec } from '../../src/domain/record.ts';
import type { FeedPage, Place } from '../../src/sync/server-ports.ts';
import { commit, id, type MakeServerWorld, person, record, type ServerWorld, vaultOf } from './server-world.ts';

const ADVISER = person(1);
const TEACHER = person(2, 'teacher');
const LEADER = person(3, 'leader');
const TABLET = vaultOf(11, ADVISER.id);
const SCHOOL_TABLET = vaultOf(12, TEACHER.id);
const START: Place = { seq: 0, after: null };

/** What `answer` relies on in a feed: everything one may read, nothing else, and nothing skipped between pages. */
export function describeServerFeed(name: string, make: MakeServerWorld): void {
  describe(`${name} keeps the server's feed`, () => {
    let world: ServerWorld;

    beforeEach(async () => {
      world = await make();
      for (const one of [ADVISER, TEACHER, LEADER]) await world.addPerson(one);
      await world.addVault(TABLET);
      await world.addVault(SCHOOL_TABLET);
    });
    afterEach(() => world.close?.());

    function page(place: Place = START, most = 100, reader = ADVISER.id, vault = TABLET.id) {
      return world.feed.page({ person: reader, vault, place, most });
    }

    async function toHead(place: Place, most: number, between?: () => Promise<unknown>): Promise<FeedPage[]> {
      const pages = [await page(place, most)];
      while (!pages.at(-1)?.atHead) {
        await between?.();
        pages.push(await page(pages.at(-1)?.next, most));
      }
      return pages;
    }

    /** A file of the adviser's with these records in it. */
    async function file(number: number, ...records: [number, string, Compartment?][]): Promise<Id> {
      await commit(world, TABLET.id, {
        records: records.map(([one, text, compartment]) => record(one, id(number), text, compartment)),
        grants: [{ file: id(number), person: ADVISER.id }],
      });
      return id(number);
    }

    const ids = (pages: FeedPage[]) => pages.flatMap((one) => one.records.map((each) => each.id));

    test('an empty municipality is read in one page that reaches the head', async () => {
      expect(await page()).toMatchObject({ records: [], quarantined: [], atHead: true, received: 0, forget: 0 });
    });

    test('pages hold at most what is asked for, each record once, in order, and only the last reaches the head', async () => {
      await file(21, [35, 'a'], [33, 'b'], [31, 'c']);
      await file(22, [34, 'd'], [32, 'e']);
      const pages = await toHead(START, 2);
      expect(pages.map((one) => [one.records.length, one.atHead])).toEqual([
        [2, false],
        [2, false],
        [1, true],
      ]);
      expect(ids(pages)).toEqual([35, 33, 31, 34, 32].map(id));
      expect(await page(pages.at(-1)?.next)).toMatchObject({ records: [], atHead: true });
    });

    test('records come as they were written', async () => {
      const written = await commit(world, TABLET.id, {
        records: [record(31, id(21), 'أولينا – Øyvind')],
        grants: [{ file: id(21), person: ADVISER.id }],
      });
      expect((await page()).records).toEqual(written.records);
    });

    test('a record that changes between two pages comes again, and nothing is skipped', async () => {
      await file(21, [31, 'a'], [32, 'b'], [33, 'c'], [34, 'd']);
      let version = 0;
      const pages = await toHead(START, 3, async () => {
        version += 1;
        if (version <= 2) await commit(world, TABLET.id, { records: [record(31, id(21), `a${version}`)] });
      });
      const latest = new Map(pages.flatMap((one) => one.records.map((each): [Id, Rec] => [each.id, each])));
      expect(latest.size).toBe(4);
      expect(latest.get(id(31))?.fields.text?.value).toBe(`a${Math.min(version, 2)}`);
    });

    test('nothing of a file that is not granted', async () => {
      await file(21, [31, 'a']);
      expect(await page(START, 100, TEACHER.id, SCHOOL_TABLET.id)).toMatchObject({ records: [], atHead: true });
    });

    test('of a granted file, only the compartments of the role', async () => {
      const shared = await file(
        21,
        [31, 'språk'],
        [32, 'helse', 'health'],
        [33, 'arbeid', 'work'],
        [34, 'navn', 'person'],
      );
      await world.grant(shared, TEACHER.id);
      const read = await page(START, 100, TEACHER.id, SCHOOL_TABLET.id);
      expect(read.records.map((one) => one.compartment).sort()).toEqual(['language', 'person']);
    });

    test('what no tablet may hold is not in the feed: a leader’s records, identity numbers', async () => {
      const shared = await file(21, [31, 'språk'], [32, 'fnr', 'numbers']);
      await world.grant(shared, LEADER.id);
      expect((await page(START, 100, LEADER.id)).records).toEqual([]);
      expect((await page()).records.map((one) => one.id)).toEqual([id(31)]);
    });

    test('a grant brings the whole file, however old, to a reader who is at the head', async () => {
      const old = await file(21, [31, 'a'], [32, 'b']);
      const read = () => page(START, 100, TEACHER.id, SCHOOL_TABLET.id);
      const { next } = await read();
      await world.grant(old, TEACHER.id);
      const opened = await page(next, 1, TEACHER.id, SCHOOL_TABLET.id);
      const rest = await page(opened.next, 1, TEACHER.id, SCHOOL_TABLET.id);
      expect([opened.atHead, rest.atHead]).toEqual([false, true]);
      expect(ids([opened, rest]).sort()).toEqual([id(31), id(32)]);
    });

    test('one’s own quarantine comes once, with its reason; another’s never', async () => {
      await commit(world, TABLET.id, { quarantine: 2 });
      const first = await page();
      expect(first.quarantined).toEqual([
        { seq: 1, vault: TABLET.id, counter: 1, reason: 'malformed', change: null, receivedAt: expect.any(Number) },
        expect.objectContaining({ seq: 2, counter: 2 }),
      ]);
      expect((await page(first.next)).quarantined).toEqual([]);
      expect((await page(START, 100, TEACHER.id, SCHOOL_TABLET.id)).quarantined).toEqual([]);
    });

    test('quarantine comes once also where records take several pages', async () => {
      await file(21, [31, 'a'], [32, 'b']);
      await commit(world, TABLET.id, { quarantine: 1 });
      await file(22, [33, 'c'], [34, 'd']);
      const pages = await toHead(START, 1);
      expect(pages.flatMap((one) => one.quarantined.map((each) => each.seq))).toEqual([3]);
    });

    test('the received counter is the vault’s own', async () => {
      await file(21, [31, 'a'], [32, 'b']);
      expect((await page()).received).toBe(2);
      expect((await page(START, 100, TEACHER.id, SCHOOL_TABLET.id)).received).toBe(0);
    });

    test('the directory lists all staff, and its version changes when they do', async () => {
      const before = await world.feed.staff();
      expect(before.members).toEqual(expect.arrayContaining([ADVISER, TEACHER, LEADER]));
      expect((await world.feed.staff()).version).toBe(before.version);
      await world.addPerson(person(4, 'nav'));
      expect((await world.feed.staff()).version).not.toBe(before.version);
    });

    test.each([1, 2, 3, 7])(
      'whatever was written and granted, pages of %i end with exactly what may be read',
      async (most) => {
        const random = numbers(most);
        const expected = new Map<Id, string>();
        let place = START;
        const held = new Map<Id, string>();
        for (let round = 0; round < 8; round++) {
          const mine = random(3) > 0;
          const where = id(mine ? 21 + random(3) : 29);
          const written = Array.from({ length: 1 + random(4) }, () =>
            record(31 + random(3) + 10 * Number(where.slice(-2)), where, `v${round}`),
          );
          const unique = [...new Map(written.map((one) => [one.id, one])).values()];
          const grants = mine ? [{ file: where, person: ADVISER.id }] : [{ file: where, person: TEACHER.id }];
          await commit(world, TABLET.id, { records: unique, grants });
          for (const one of unique) if (mine) expected.set(one.id, `v${round}`);
          if (random(2) === 0) continue;
          const pages = await toHead(place, most);
          for (const one of pages.flatMap((each) => each.records)) held.set(one.id, String(one.fields.text?.value));
          place = pages.at(-1)?.next ?? place;
        }
        for (const one of (await toHead(place, most)).flatMap((each) => each.records)) {
          held.set(one.id, String(one.fields.text?.value));
        }
        expect(held).toEqual(expected);
      },
    );
  });
}

/** A small generator of its own, so that the suite is the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % below;
  };
}
