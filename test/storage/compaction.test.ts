import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDeviceStore, type VaultStore } from '../../src/storage/device-store.ts';
import type { Head } from '../../src/sync/state.ts';
import { appendTo, edits, id, page, record } from '../contracts/device-store.ts';
import { dexieDevice, empty, newTablet, rawRows } from './dexie-device.ts';

let device: Awaited<ReturnType<typeof dexieDevice>>;
let store: VaultStore;

beforeEach(async () => {
  newTablet();
  device = await dexieDevice();
  store = device.open();
});

afterEach(() => device.close());

const FILE = id(101); // of every record with an odd number
const blocks = async () => (await rawRows(device.vault)).block!;
const bySeq = (records: { seq: number }[]) => records.toSorted((a, b) => a.seq - b.seq);

/** Pulls `times` times: each brings record 1 anew and one record more. */
async function pull(times: number): Promise<Head> {
  let { head } = await store.read();
  for (let time = 0; time < times; time++) {
    const seq = head.version * 2 + 1;
    const append = appendTo(head, { records: [record(1, seq), record(2 * head.version + 3, seq + 1)] });
    expect(await store.append(append)).toBe('appended');
    head = append.head;
  }
  return head;
}

describe('compaction', () => {
  test('leaves the same records in fewer rows, and does not make another tab’s next append stale', async () => {
    const head = await pull(20);
    const before = await store.read();
    expect(await blocks()).toHaveLength(20);

    expect(await store.compactOne()).toBe(true);
    expect(await blocks()).toHaveLength(1);
    const after = await store.read();
    expect({ ...after, records: bySeq(after.records) }).toEqual({ ...before, records: bySeq(before.records) });
    expect(await device.open().append(edits(device.vault, head, 1))).toBe('appended');
    expect(await store.compactOne()).toBe(false);
  });

  test('is not worth it for a few rows', async () => {
    await pull(5);
    expect(await store.compactOne()).toBe(false);
    expect(await blocks()).toHaveLength(5);
  });

  test('shows a tab that lagged behind what it lacked', async () => {
    const early = await pull(3);
    const late = await pull(9);
    await store.compact(FILE);
    const held = new Set((await store.since(early.version)).records.map((each) => each.id));
    const missing = Array.from({ length: 9 }, (_, index) => record(2 * (index + 3) + 3, 0).id);
    for (const one of missing) expect(held).toContain(one);
    expect((await store.since(late.version)).records).toEqual([]);
  });

  test('never shows pages of a pull that has not reached the head, and never loses them', async () => {
    await pull(12);
    await store.storePage({ id: id(800), pages: 0 }, page([record(91, 900)]));
    await store.compact(FILE);
    const { head, records } = await store.read();
    expect(records.map((each) => each.id)).not.toContain(id(91));

    const append = appendTo(head, { batch: { id: id(800), pages: 1 } }, { batches: [id(800)] });
    expect(await store.append(append)).toBe('appended');
    expect((await store.read()).records.map((each) => each.id)).toContain(id(91));
    await store.compact(FILE);
    expect((await store.read()).records.map((each) => each.id)).toContain(id(91));
    expect((await device.open().since(head.version)).records.map((each) => each.id)).toContain(id(91));
  });

  test('lets go of the name of a pull when all its rows are folded', async () => {
    await store.storePage({ id: id(800), pages: 0 }, page([record(1, 5)]));
    await store.append(
      appendTo(
        (await store.read()).head,
        { batch: { id: id(800), pages: 1 }, records: [record(3, 6)] },
        { batches: [id(800)] },
      ),
    );
    await store.compact(FILE);
    expect(await blocks()).toHaveLength(1);
    await store.append(appendTo((await store.read()).head));
    expect((await store.read()).head.batches).toEqual([]);
    expect(bySeq((await store.read()).records)).toEqual([record(1, 5), record(3, 6)]);
  });

  test('cannot bring back rows that were removed while it folded', async () => {
    await pull(12);
    const removedMeanwhile = {
      ...device.cipher,
      async encrypt(...what: Parameters<typeof device.cipher.encrypt>) {
        await empty(device.vault, 'block');
        return device.cipher.encrypt(...what);
      },
    };
    const connection = device.connect();
    expect(await createDeviceStore(connection, removedMeanwhile).compact(FILE)).toBe(false);
    connection.close();
    expect((await store.read()).records).toEqual([]);
  });
});
