import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StoreFailure } from '../../src/sync/ports.ts';
import { EMPTY_HEAD } from '../../src/sync/state.ts';
import { appendTo, edits, record } from '../contracts/device-store.ts';
import { dexieDevice, meddleWithWrites, newTablet } from './dexie-device.ts';

let device: Awaited<ReturnType<typeof dexieDevice>>;

beforeEach(async () => {
  newTablet();
  device = await dexieDevice();
});

afterEach(() => {
  vi.restoreAllMocks();
  device.close();
});

/** Every macrotask that is due has run: whoever would resolve too early has had the time to. */
async function everythingElse(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Notes how each write is asked for, and holds its `complete` back until it is let go. */
function holdComplete(writes: ReturnType<typeof meddleWithWrites>) {
  const durabilities: string[] = [];
  let letGo = () => {};
  let reached = () => {};
  const isReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  writes.meddle = (open) => {
    const transaction = open();
    durabilities.push(transaction.durability);
    const dispatch = transaction.dispatchEvent.bind(transaction);
    transaction.dispatchEvent = (event) => {
      if (event.type !== 'complete') return dispatch(event);
      letGo = () => dispatch(event);
      reached();
      return true;
    };
    return transaction;
  };
  return { durabilities, isReached, letGo: () => letGo() };
}

describe('[R4] what is called saved', () => {
  test('is in a strict transaction that has completed', async () => {
    const held = holdComplete(meddleWithWrites());
    const store = device.open();
    let result: unknown = 'not yet';
    const appending = store.append(edits(device.vault, EMPTY_HEAD, 1)) as Promise<unknown>;
    void appending.then((answer) => {
      result = answer;
    });

    await held.isReached;
    await everythingElse();
    expect(result).toBe('not yet');
    held.letGo();
    expect(await appending).toBe('appended');
    expect(held.durabilities).toEqual(['strict']);
  });

  test('costs the disk’s time only where the rows exist nowhere else', async () => {
    const held = holdComplete(meddleWithWrites());
    const appending = device.open().append(appendTo(EMPTY_HEAD, { records: [record(1, 1)] }));
    await held.isReached;
    held.letGo();
    await appending;
    expect(held.durabilities).toEqual(['relaxed']);
  });

  test('is not said of a transaction that aborts, with or without a reason, and nothing of it is there', async () => {
    const store = device.open();
    const before = await store.read();
    const original = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      const request = original.apply(this, row);
      this.transaction.abort();
      return request;
    });

    await expect(store.append(edits(device.vault, EMPTY_HEAD, 1))).rejects.toEqual(new StoreFailure('aborted'));
    vi.restoreAllMocks();
    expect(await store.read()).toEqual(before);
    expect(await store.append(edits(device.vault, EMPTY_HEAD, 1))).toBe('appended');
  });
});
