import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpDevice, tracesInDump } from './device-dump.ts';
import { openProfile, type Profile } from './profile.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';
import { tracesBelow } from './traces.ts';

const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>hei</p>'));
let folder: TemporaryFolder;
let profile: Profile;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  folder = await temporaryFolder();
  profile = await openProfile(folder.path);
  await profile.page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await profile.close();
  await folder.remove();
  server.close();
});

test('a name left anywhere in the browser is found', async () => {
  await profile.page.evaluate(async () => {
    localStorage.setItem('last', 'Amina');
    sessionStorage.setItem('last', 'Bilal');
    // biome-ignore lint/suspicious/noDocumentCookie: every browser has it
    document.cookie = `last=${encodeURIComponent('Çelik')}; max-age=600`;
    await (await caches.open('answers')).put('/pull', new Response('Davit'));
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('plain', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
      opening.onsuccess = () => {
        const writing = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
        writing.objectStore('rows').put({ deep: [{ name: 'Eyob' }] }, 1);
        writing.objectStore('rows').put(new TextEncoder().encode('{"name":"فاطمة"}'), 2);
        writing.objectStore('rows').put('nothing here', 'Goran');
        writing.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  });
  const names = ['Amina', 'Bilal', 'Çelik', 'Davit', 'Eyob', 'فاطمة', 'Goran'];
  const dump = await dumpDevice(profile.page);
  expect(new Set(tracesInDump(dump, names).map(({ word }) => word))).toEqual(new Set(names));
  expect(tracesInDump(dump, ['Hiwot'])).toEqual([]);
});

test('a name left on the disk by the browser is found in its folder', () => {
  expect(tracesBelow(folder.path, ['Eyob', 'Davit']).map(({ word }) => word)).toEqual(
    expect.arrayContaining(['Eyob', 'Davit']),
  );
  expect(tracesBelow(folder.path, ['Hiwot Tesfaye'])).toEqual([]);
});
