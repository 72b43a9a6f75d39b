import type { Page } from 'playwright-core';
import { type Trace, tracesIn } from './traces.ts';

/** One thing a browser keeps for our origin, as bytes. */
export interface Kept {
  place: string;
  bytes: Buffer;
}

/** All that the browser keeps for the page's origin: IndexedDB, Cache Storage, local and session storage, cookies. */
export async function dumpDevice(page: Page): Promise<Kept[]> {
  const inPage = await page.evaluate(readEverything);
  const cookies = await page.context().cookies(page.url());
  return [
    ...inPage.map(({ place, base64 }) => ({ place, bytes: Buffer.from(base64, 'base64') })),
    ...cookies.map(({ name, value }) => ({ place: `cookie ${name}`, bytes: Buffer.from(decodeURIComponent(value)) })),
  ];
}

/** What of the words can be read in a dump. */
export function tracesInDump(dump: Kept[], words: readonly string[]): Trace[] {
  return dump.flatMap(({ place, bytes }) => [
    ...tracesIn(place, Buffer.from(place), words),
    ...tracesIn(place, bytes, words),
  ]);
}

/** Runs in the page, so it holds all it needs. */
async function readEverything(): Promise<{ place: string; base64: string }[]> {
  const found: { place: string; base64: string }[] = [];
  const keepBytes = (place: string, bytes: Uint8Array) => {
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    found.push({ place, base64: btoa(binary) });
  };
  const keep = async (place: string, value: unknown): Promise<void> => {
    if (value instanceof ArrayBuffer) keepBytes(place, new Uint8Array(value));
    else if (ArrayBuffer.isView(value))
      keepBytes(place, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    else if (value instanceof Blob) keepBytes(place, new Uint8Array(await value.arrayBuffer()));
    else if (value instanceof CryptoKey && value.extractable)
      await keep(place, await crypto.subtle.exportKey('jwk', value));
    else if (value instanceof Map) await keep(place, [...value]);
    else if (value instanceof Set) await keep(place, [...value]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) await keep(`${place}.${key}`, each);
    } else keepBytes(place, new TextEncoder().encode(String(value)));
  };
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  for (const { name } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name ?? ''));
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([answer(rows.getAllKeys()), answer(rows.getAll())]);
      for (const [index, key] of keys.entries()) await keep(`IndexedDB ${name}/${store}/${String(key)}`, values[index]);
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      await keep(`cache ${name} ${request.url}`, await response?.arrayBuffer());
    }
  }
  await keep('localStorage', { ...localStorage });
  await keep('sessionStorage', { ...sessionStorage });
  return found;
}
