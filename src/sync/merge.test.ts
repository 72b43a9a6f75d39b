import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Authored, Change, Id, Rec, Value } from '../domain/record.ts';
import { merge } from './merge.ts';

const identity = { id: 'r', file: 'f', compartment: 'language', type: 'goal' } as const;

interface Written {
  id: Id;
  value: Value;
  saw?: Id[];
  settles?: Id[];
  field?: string;
}

function authored({ id, value, saw = [], settles = [], field = 'text' }: Written): Authored {
  const change: Change = { id, record: identity, creates: false, fields: { [field]: { value, saw, settles } } };
  return { change, by: `author of ${id}`, at: 0 };
}

function having(...changes: Written[]): Rec {
  const record = changes.reduce<Rec | undefined>((held, one) => merge(held, authored(one)).record, undefined);
  if (!record) throw new Error('nothing was written');
  return record;
}

function outcomeOf(record: Rec | undefined, change: Written) {
  return merge(record, authored(change)).outcome;
}

function valuesOf(record: Rec, field = 'text') {
  const { value, names, ahead, waiting } = record.fields[field] as Rec['fields'][string];
  return { value, names, ahead, waiting: waiting.map((one) => one.value) };
}

const first: Written = { id: 'a', value: 'B1' };

describe('merge', () => {
  test('[M1] a change that names the current value takes its place', () => {
    expect(valuesOf(having(first, { id: 'b', value: 'B2', saw: ['a'] }))).toEqual({
      value: 'B2',
      names: ['b'],
      ahead: [],
      waiting: [],
    });
  });

  test('[M1] what its author saw beyond it and has not arrived is ahead, and becomes history when it does', () => {
    const record = having(first, { id: 'c', value: 'C1', saw: ['a', 'b'] });
    expect(valuesOf(record).ahead).toEqual(['b']);
    expect(outcomeOf(record, { id: 'b', value: 'B2', saw: ['a'] })).toBe('history');
  });

  test('[M1] waiting values that it names or settles go', () => {
    const record = having(first, { id: 'b', value: 'B2' }, { id: 'c', value: 'C1' });
    expect(
      valuesOf(merge(record, authored({ id: 'd', value: 'A2', saw: ['a'], settles: ['b'] })).record).waiting,
    ).toEqual(['C1']);
    expect(valuesOf(merge(record, authored({ id: 'd', value: 'A2', saw: ['a', 'c'] })).record).waiting).toEqual(['B2']);
  });

  test('[M2] what a waiting value has seen is history when it comes late', () => {
    const record = having(first, { id: 'c', value: 'C1', saw: ['lost'] });
    expect(outcomeOf(record, { id: 'lost', value: 'B2', saw: [] })).toBe('history');
  });

  test('[M3] what the author of the same value had seen and overwritten is history when it comes late', () => {
    const record = having(first, { id: 'b', value: 'B2', saw: ['a'] }, { id: 'd', value: 'B2', saw: ['a', 'c'] });
    expect(valuesOf(record).names).toEqual(['b', 'd']);
    expect(outcomeOf(record, { id: 'c', value: 'C1', saw: ['a'] })).toBe('history');
  });

  test('[M3] the same value written twice bears both names, and either lets it be replaced', () => {
    const record = having(first, { id: 'b', value: 'B1' });
    expect(valuesOf(record)).toEqual({ value: 'B1', names: ['a', 'b'], ahead: [], waiting: [] });
    expect(outcomeOf(record, { id: 'c', value: 'C1', saw: ['a'] })).toBe('applied');
    expect(outcomeOf(record, { id: 'c', value: 'C1', saw: ['b'] })).toBe('applied');
  });

  test('[M4] a change that names a waiting value takes its place among the waiting', () => {
    const record = having(
      first,
      { id: 'b', value: 'B2' },
      { id: 'c', value: 'C1' },
      { id: 'd', value: 'A2', saw: ['b'] },
    );
    expect(valuesOf(record)).toMatchObject({ value: 'B1', waiting: ['A2', 'C1'] });
  });

  test('[M5] a late different value waits beside the one that stands, with who and when', () => {
    const record = having(first, { id: 'b', value: 'B2' });
    expect(outcomeOf(having(first), { id: 'b', value: 'B2' })).toBe('waiting');
    expect(record.fields.text?.waiting).toEqual([{ id: 'b', value: 'B2', saw: [], by: 'author of b', at: 0 }]);
  });

  test('[M6] when what a waiting value names comes to stand, it is merged again', () => {
    const waiting = having(first, { id: 'c', value: 'C1', saw: ['b'] });
    const record = merge(waiting, authored({ id: 'b', value: 'B2', saw: ['a'] })).record;
    expect(valuesOf(record)).toMatchObject({ value: 'C1', names: ['c'], waiting: [] });
  });

  test('[M7] in a set, present replaces an absence it has not seen, and absence never replaces an unseen presence', () => {
    const absent: Written = { id: 'a', value: false, field: 'languages/uk' };
    const present: Written = { id: 'b', value: true, field: 'languages/uk' };
    expect(valuesOf(having(absent, present), 'languages/uk')).toMatchObject({ value: true, waiting: [] });
    expect(valuesOf(having(present, absent), 'languages/uk')).toMatchObject({ value: true, waiting: [] });
    const removed = { ...absent, saw: ['b'] };
    expect(valuesOf(having(present, removed), 'languages/uk')).toMatchObject({ value: false });
  });

  test('[M8] for order the later arrival stands', () => {
    const record = having({ id: 'a', value: 'm', field: 'order' }, { id: 'b', value: 'p', field: 'order' });
    expect(valuesOf(record, 'order')).toMatchObject({ value: 'p', waiting: [] });
  });

  test('different fields of one record never meet', () => {
    const record = having(first, { id: 'b', value: '2026-12-01', field: 'dueOn' });
    expect(record.fields.text?.value).toBe('B1');
    expect(record.fields.dueOn?.value).toBe('2026-12-01');
  });

  test('the outcome of a change is that of its weightiest field', () => {
    const change = authored({ id: 'b', value: 'B2' });
    change.change.fields.dueOn = { value: '2026-12-01', saw: [], settles: [] };
    expect(merge(having(first), change).outcome).toBe('waiting');
  });
});

describe('merge, over random histories', () => {
  /** Several authors who each see some of what has arrived, and lay own changes over it. */
  const history = fc.array(
    fc.record({
      author: fc.nat(2),
      value: fc.constantFrom('A', 'B', 'C', 'D'),
      looksFirst: fc.boolean(),
      settlesAll: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  );
  const delays = fc.array(fc.nat(5), { minLength: 30, maxLength: 30 });

  function play(edits: { author: number; value: string; looksFirst: boolean; settlesAll: boolean }[], late: number[]) {
    let record: Rec | undefined;
    const screens = [new Screen(), new Screen(), new Screen()];
    const queue: { due: number; author: number; authored: Authored }[] = [];
    const arrived: { authored: Authored; before: Rec | undefined; after: Rec }[] = [];
    const deliver = (now: number) => {
      for (const author of [0, 1, 2]) {
        for (let next = queue.find((one) => one.author === author); next && next.due <= now; ) {
          queue.splice(queue.indexOf(next), 1);
          const merged = merge(record, next.authored).record;
          arrived.push({ authored: next.authored, before: record, after: merged });
          record = merged;
          next = queue.find((one) => one.author === author);
        }
      }
    };
    edits.forEach((edit, index) => {
      const screen = screens[edit.author] as Screen;
      if (edit.looksFirst && !queue.some((one) => one.author === edit.author)) screen.look(record);
      const written = screen.write(`${index}`, edit.value, edit.settlesAll);
      queue.push({ due: index + (late[index] ?? 0), author: edit.author, authored: authored(written) });
      deliver(index);
    });
    deliver(Number.POSITIVE_INFINITY);
    return { record: record as unknown as Rec, arrived };
  }

  class Screen {
    private names: Id[] = [];
    private waiting: Id[] = [];
    look(record: Rec | undefined) {
      this.names = [...(record?.fields.text?.names ?? [])];
      this.waiting = record?.fields.text?.waiting.map((one) => one.id) ?? [];
    }
    write(id: Id, value: string, settlesAll: boolean): Written {
      const written = { id, value, saw: [...this.names], settles: settlesAll ? this.waiting : [] };
      this.names.push(id);
      return written;
    }
  }

  test('[R2] a value is replaced only by a change that names it, directly or through what it names', () => {
    fc.assert(
      fc.property(history, delays, (edits, late) => {
        const { arrived } = play(edits, late);
        const sawOf = new Map(
          arrived.map((one) => [one.authored.change.id, one.authored.change.fields.text?.saw ?? []]),
        );
        for (const { before, after: now } of arrived) {
          const old = before?.fields.text;
          const current = now.fields.text;
          if (!old || !current || old.value === current.value) continue;
          const seen = current.names.flatMap((name) => sawOf.get(name) ?? []);
          expect(old.names.some((name) => seen.includes(name))).toBe(true);
        }
      }),
      { seed: 1127, numRuns: 500 },
    );
  });

  test('[R2] every different value stands, waits, or was named or settled by one that arrived', () => {
    fc.assert(
      fc.property(history, delays, (edits, late) => {
        const { record, arrived } = play(edits, late);
        const field = record.fields.text as Rec['fields'][string];
        const put = new Set(
          arrived.flatMap(({ authored: { change } }) => [
            ...(change.fields.text?.saw ?? []),
            ...(change.fields.text?.settles ?? []),
          ]),
        );
        /** Changes that bore the same value at the same time: whoever names one has seen what all of them say. */
        const alike = (id: Id) =>
          arrived
            .map((one) => one.after.fields.text?.names ?? [])
            .filter((names) => names.includes(id))
            .flat();
        for (const { authored: one } of arrived) {
          const { id, fields } = one.change;
          const isHere = field.names.includes(id) || field.waiting.some((waiting) => waiting.id === id);
          const isKept =
            field.value === fields.text?.value || field.waiting.some((waiting) => waiting.value === fields.text?.value);
          expect(isHere || isKept || [id, ...alike(id)].some((name) => put.has(name))).toBe(true);
        }
      }),
      { seed: 1128, numRuns: 500 },
    );
  });

  test('[R3] merging the same change twice in a row changes nothing', () => {
    fc.assert(
      fc.property(history, delays, (edits, late) => {
        for (const { authored: one, after: now } of play(edits, late).arrived) {
          const field = now.fields.text;
          const stillHere =
            field?.names.includes(one.change.id) || field?.waiting.some((waiting) => waiting.id === one.change.id);
          if (stillHere) expect(merge(now, one).record).toEqual(now);
        }
      }),
      { seed: 1129, numRuns: 300 },
    );
  });
});
