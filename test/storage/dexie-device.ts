import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
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
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
}
