import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Id, Rec } from '../../src/domain/record.ts';
import { type LoadKeys, ValueRefused } from '../../src/sync/server-ports.ts';
import {
  commit,
  id,
  type MakeServerWorld,
  person,
  record,
  type ServerWorld,
  vaultOf,
  writesAfter,
} from './server-world.ts';

const ADVISER = person(1);
const TEACHER = person(2, 'teacher');
const TABLET = vaultOf(11, ADVISER.id);
const FILE = id(21);
const NOTHING: LoadKeys = { vault: TABLET.id, counters: [], changes: [], records: [], files: [] };

/** What `answer` relies on in a log: one order, all or nothing, and everything found again. */
export function describeServerLog(name: string, make: MakeServerWorld): void {
  describe(`${name} keeps the server's log`, () => {
    let world: ServerWorld;

    beforeEach(async () => {
      world = await make();
      await world.addPerson(ADVISER);
      await world.addPerson(TEACHER);
      await world.addVault(TABLET);
    });
    afterEach(() => world.close?.());

    test('a vault is found by its id, another is not', async () => {
      expect(await world.log.vault(TABLET.id)).toEqual(TABLET);
      expect(await world.log.vault(id(99))).toBeNull();
    });

    test('an unknown vault loads nothing', async () => {
      const transaction = await world.log.begin();
      expect(await transaction.load({ ...NOTHING, vault: id(99) })).toBeNull();
      await transaction.rollback();
    });

    test('an empty log begins at seq 0 with the role of the vault’s person', async () => {
      const transaction = await world.log.begin();
      const loaded = await transaction.load({ ...NOTHING, records: [id(31)], files: [FILE] });
      await transaction.rollback();
      expect(loaded).toMatchObject({ seq: 0, vault: TABLET, role: 'adviser' });
      expect([loaded?.records.size, loaded?.files.size]).toEqual([0, 0]);
    });

    test('what is committed is loaded again, whole', async () => {
      const one = record(31, FILE, 'Øve på jobbord – «daglig» 🌱');
      const writes = await commit(world, TABLET.id, {
        records: [one],
        changes: [id(41)],
        grants: [{ file: FILE, person: ADVISER.id }],
      });
      const transaction = await world.log.begin();
      const loaded = await transaction.load({
        vault: TABLET.id,
        counters: [1, 2],
        changes: [id(41), id(42)],
        records: [one.id, id(32)],
        files: [FILE, id(22)],
      });
      await transaction.rollback();
      expect(loaded?.seq).toBe(1);
      expect(loaded?.vault).toEqual({ ...TABLET, counter: 1, chain: writes.vault.chain });
      expect([...(loaded?.known ?? [])]).toEqual([[id(41), expect.objectContaining({ seq: 1, outcome: 'applied' })]]);
      expect([...(loaded?.heldHeaders ?? [])]).toEqual([
        [1, expect.objectContaining({ headerHash: writes.vault.chain, seq: 1, outcome: 'applied' })],
      ]);
      expect([...(loaded?.records ?? [])]).toEqual([[one.id, { ...one, seq: 1 }]]);
      expect([...(loaded?.files ?? [])]).toEqual([[FILE, { granted: true }]]);
    });

    test('a file granted to someone else exists and is not the author’s', async () => {
      await world.grant(FILE, TEACHER.id);
      const transaction = await world.log.begin();
      const loaded = await transaction.load({ ...NOTHING, files: [FILE] });
      await transaction.rollback();
      expect([...(loaded?.files ?? [])]).toEqual([[FILE, { granted: false }]]);
      expect(loaded?.seq).toBe(1);
    });

    test('a later version of a record takes the place of the earlier', async () => {
      await commit(world, TABLET.id, { records: [record(31, FILE, 'A1')] });
      await commit(world, TABLET.id, { records: [record(31, FILE, 'A2')] });
      const transaction = await world.log.begin();
      const loaded = await transaction.load({ ...NOTHING, records: [id(31)] });
      await transaction.rollback();
      expect(loaded?.records.get(id(31))).toEqual({ ...record(31, FILE, 'A2'), seq: 2 });
    });

    test('what is rolled back has never been', async () => {
      const transaction = await world.log.begin();
      const loaded = await transaction.load(NOTHING);
      if (!loaded) throw new Error('no such vault');
      await transaction.write(writesAfter(loaded, { records: [record(31, FILE, 'A1')], changes: [id(41)] }));
      await transaction.rollback();

      const after = await world.log.begin();
      const found = await after.load({ ...NOTHING, counters: [1], changes: [id(41)], records: [id(31)] });
      await after.rollback();
      expect(found).toMatchObject({ seq: 0, vault: TABLET });
      expect([found?.known.size, found?.heldHeaders.size, found?.records.size]).toEqual([0, 0, 0]);
    });

    /** What writing this record alone throws; the transaction is rolled back. */
    async function refusal(of: Rec): Promise<unknown> {
      const transaction = await world.log.begin();
      const loaded = await transaction.load(NOTHING);
      if (!loaded) throw new Error('no such vault');
      const writing = async () => transaction.write(writesAfter(loaded, { records: [of], changes: [id(49)] }));
      const thrown = await writing().catch((error) => error);
      await transaction.rollback();
      return thrown;
    }

    async function held(record: Id) {
      const transaction = await world.log.begin();
      const loaded = await transaction.load({ ...NOTHING, changes: [id(49)], records: [record] });
      await transaction.rollback();
      return { seq: loaded?.seq, known: loaded?.known.size, record: loaded?.records.get(record) };
    }

    test('a value the database takes in no field is refused by that name, and leaves nothing', async () => {
      expect(await refusal(record(31, FILE, world.refused))).toBeInstanceOf(ValueRefused);
      expect(await held(id(31))).toEqual({ seq: 0, known: 0, record: undefined });
    });

    const made: Rec = { ...record(31, FILE, 'helse', 'health'), id: 'abcdef00-0000-4000-8000-000000000031' };
    test.each<[string, Partial<Rec>]>([
      ['file', { file: id(22) }],
      ['compartment', { compartment: 'language' }],
      ['type', { type: 'entry' }],
      ['file under its id in capitals', { id: made.id.toUpperCase(), file: id(22) }],
      ['compartment under its id in capitals', { id: made.id.toUpperCase(), compartment: 'language' }],
    ])('no write moves a record to another %s', async (_, elsewhere) => {
      await commit(world, TABLET.id, { records: [made] });
      const moved = { ...made, fields: record(31, FILE, 'overskrevet').fields, ...elsewhere };
      expect(await refusal(moved)).toBeInstanceOf(ValueRefused);
      expect(await held(made.id)).toEqual({ seq: 1, known: 0, record: { ...made, seq: 1 } });
    });

    test.each(['commit', 'rollback'] as const)('a second batch is decided only after the first’s %s', async (end) => {
      const first = await world.log.begin();
      const second = await world.log.begin();
      const loaded = await first.load(NOTHING);
      if (!loaded) throw new Error('no such vault');
      const waits = second.load({ ...NOTHING, records: [id(31)] });
      await first.write(writesAfter(loaded, { records: [record(31, FILE, 'A1')] }));
      await first[end]();
      const seen = await waits;
      await second.rollback();
      expect(seen?.seq).toBe(end === 'commit' ? 1 : 0);
      expect(seen?.records.has(id(31))).toBe(end === 'commit');
      expect(seen?.vault.counter).toBe(end === 'commit' ? 1 : 0);
    });

    test('batches of two vaults at the same time get different seqs, consecutive within each', async () => {
      const other = vaultOf(12, TEACHER.id);
      await world.addVault(other);
      const batches = Array.from({ length: 6 }, (_, index) =>
        commit(world, index % 2 ? other.id : TABLET.id, {
          records: [record(100 + 2 * index, FILE, 'a'), record(101 + 2 * index, FILE, 'b')],
        }),
      );
      const seqs = (await Promise.all(batches)).map((writes) => writes.log.map((entry) => entry.seq));
      for (const [first = 0, second] of seqs) expect(second).toBe(first + 1);
      expect(seqs.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    });
  });
}
