import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraftStore } from '../../src/storage/drafts.ts';
import { lockedVaults } from '../../src/storage/key-rows.ts';
import { StoreFailure } from '../../src/sync/ports.ts';
import { EMPTY_HEAD } from '../../src/sync/state.ts';
import { edits, id, page } from '../contracts/device-store.ts';
import { dexieDevice, meddleWithWrites, newTablet, tamper } from './dexie-device.ts';

let device: Awaited<ReturnType<typeof dexieDevice>>;

beforeEach(async () => {
  newTablet();
  device = await dexieDevice();
});

afterEach(() => {
  vi.restoreAllMocks();
  device.close();
});

function failing(method: 'add' | 'put', name: string) {
  return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
    throw new DOMException('as the browser says it', name);
  });
}

describe('a device in trouble', () => {
  test.each(['add', 'put'] as const)(
    'a full disk at %s writes nothing, is told as full, and can be tried again',
    async (method) => {
      const store = device.open();
      failing(method, 'QuotaExceededError');
      await expect(store.append(edits(device.vault, EMPTY_HEAD, 1))).rejects.toEqual(new StoreFailure('full'));
      vi.restoreAllMocks();
      expect((await store.read()).pending).toEqual([]);
      expect(await store.append(edits(device.vault, EMPTY_HEAD, 1))).toBe('appended');
    },
  );

  test('a disk found full only at commit is told as full too', async () => {
    const writes = meddleWithWrites();
    writes.meddle = (open) => abortedAtCommit(open(), new DOMException('disk', 'QuotaExceededError'));
    const appending = device.open().append(edits(device.vault, EMPTY_HEAD, 1));
    await expect(appending).rejects.toEqual(new StoreFailure('full'));
  });

  test.each(['UnknownError', 'InvalidStateError'])(
    'a connection lost once (%s) is opened again and the work done',
    async (name) => {
      const writes = meddleWithWrites();
      const store = device.open();
      writes.meddle = () => {
        writes.meddle = (open) => open();
        throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', name);
      };
      expect(await store.append(edits(device.vault, EMPTY_HEAD, 1))).toBe('appended');
      expect((await store.read()).pending).toHaveLength(1);
    },
  );

  test('a connection that stays lost is told as closed', async () => {
    const writes = meddleWithWrites();
    const store = device.open();
    writes.meddle = () => {
      throw new DOMException('lost', 'UnknownError');
    };
    await expect(store.append(edits(device.vault, EMPTY_HEAD, 1))).rejects.toEqual(new StoreFailure('closed'));
  });

  test('storage that is dead from the start is told as closed', async () => {
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('lost', 'UnknownError');
    });
    await expect(device.open().read()).rejects.toEqual(new StoreFailure('closed'));
  });

  test('a locked vault’s connection does nothing more', async () => {
    const store = device.open();
    device.close();
    await expect(store.append(edits(device.vault, EMPTY_HEAD, 1))).rejects.toEqual(new StoreFailure('closed'));
  });

  test('a database emptied by the browser is missing, never an empty plan', async () => {
    const store = device.open();
    await store.append(edits(device.vault, EMPTY_HEAD, 1));
    device.close();
    await Dexie.delete(`fotfeste-${device.vault}`);
    const again = device.open();
    await expect(again.read()).rejects.toEqual(new StoreFailure('missing'));
    await expect(again.append(edits(device.vault, EMPTY_HEAD, 1))).rejects.toEqual(new StoreFailure('missing'));
    expect(await lockedVaults()).toEqual([]);
  });

  test('an app older than the database neither reads nor writes it', async () => {
    const store = device.open();
    await tamper(device.vault, 'head', (row: { format: number }) => {
      row.format += 1;
    });
    const tooOld = new StoreFailure('newerFormat');
    const drafts = createDraftStore(device.connect(), device.cipher);
    await expect(store.read()).rejects.toEqual(tooOld);
    await expect(store.since(0)).rejects.toEqual(tooOld);
    await expect(store.append(edits(device.vault, EMPTY_HEAD, 1))).rejects.toEqual(tooOld);
    await expect(store.storePage({ id: id(800), pages: 0 }, page([]))).rejects.toEqual(tooOld);
    await expect(store.sweep()).rejects.toEqual(tooOld);
    await expect(store.compact(id(101))).rejects.toEqual(tooOld);
    await expect(drafts.put({ id: 'goal:1', file: id(101), text: {}, savedAt: 0 })).rejects.toEqual(tooOld);
  });

  test('an open app makes way for a newer one that changes the database', async () => {
    const store = device.open();
    await store.append(edits(device.vault, EMPTY_HEAD, 1));
    await upgraded(`fotfeste-${device.vault}`);
    expect((await store.read()).pending).toHaveLength(1);
  });

  test('a bug stays a bug', async () => {
    const store = device.open();
    const broken = { ...edits(device.vault, EMPTY_HEAD, 1), drafts: [{} as string] };
    await expect(store.append(broken)).rejects.not.toBeInstanceOf(StoreFailure);
    expect((await store.read()).pending).toEqual([]);
  });
});

/** A newer app opens the database with one store more. */
function upgraded(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1_000);
    request.onupgradeneeded = () => request.result.createObjectStore('place');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** What a browser does whose disk turns out to be full when it commits: an abort, with the reason on the transaction. */
function abortedAtCommit(transaction: IDBTransaction, reason: DOMException): IDBTransaction {
  const dispatch = transaction.dispatchEvent.bind(transaction);
  transaction.dispatchEvent = (event) => {
    if (event.type !== 'complete') return dispatch(event);
    Object.defineProperty(transaction, 'error', { value: reason });
    transaction.onabort?.(new Event('abort'));
    return true;
  };
  return transaction;
}
