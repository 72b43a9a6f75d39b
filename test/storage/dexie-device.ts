import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Id } from '../../src/domain/record.ts';
import { type Connection, connect } from '../../src/storage/connection.ts';
import { createDeviceStore } from '../../src/storage/device-store.ts';
import { createKeyStore } from '../../src/storage/key-rows.ts';
import { createCipher } from '../../src/vault/cipher.ts';

/** A tablet of its own with one vault on it: the real database code and cipher over an IndexedDB in memory. */
export async function dexieDevice(vault: Id = crypto.randomUUID()) {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const cipher = createCipher(key);
  await createKeyStore().create({ vault, calledAs: 'KN', tenantName: 'Prøvevik kommune' });
  const connections: Connection[] = [];

  function open() {
    const connection = connect(vault);
    connections.push(connection);
    return createDeviceStore(connection, cipher);
  }
  return {
    vault,
    cipher,
    open,
    connect: () => connect(vault),
    close: () => {
      for (const connection of connections) connection.close();
    },
  };
}

/** Forgets every database of earlier tests. */
export function newTablet(): void {
  globalThis.indexedDB = new IDBFactory();
  Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });
}

/** Everything that lies in a vault's database, store by store, as anyone who takes the tablet apart would find it. */
export async function rawRows(vault: Id): Promise<Record<string, unknown[]>> {
  const database = await new Dexie(`fotfeste-${vault}`).open();
  const stores = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const));
  database.close();
  return Object.fromEntries(stores);
}

/** Changes every row of a store behind the app's back. */
export async function tamper(vault: Id, store: string, change: (row: never) => unknown): Promise<void> {
  const database = await new Dexie(`fotfeste-${vault}`).open();
  await database
    .table(store)
    .toCollection()
    .modify((row) => void change(row as never));
  database.close();
}

/** Empties a store, as a removal or another app would. */
export async function empty(vault: Id, store: string): Promise<void> {
  const database = await new Dexie(`fotfeste-${vault}`).open();
  await database.table(store).clear();
  database.close();
}

type OpenTransaction = () => IDBTransaction;

/**
 * Stands between the app and the transactions its database gives. Must be called before a tab is opened, since a
 * connection keeps the function it found. What `meddle` is set to hears of each write and gives what the app gets.
 */
export function meddleWithWrites(): { meddle: (open: OpenTransaction) => IDBTransaction } {
  const original = IDBDatabase.prototype.transaction;
  const meddler = { meddle: (open: OpenTransaction) => open() };
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...how) {
    const open = () => original.apply(this, how);
    return how[1] === 'readwrite' ? meddler.meddle(open) : open();
  });
  return meddler;
}
