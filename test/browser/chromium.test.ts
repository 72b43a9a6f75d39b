import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { findChromium, packagedChromium, packagedLibraries } from './chromium.ts';
import { openProfile } from './profile.ts';
import { temporaryFolder } from './temporary-folder.ts';

afterEach(() => vi.unstubAllEnvs());

test('a browser that does not start is refused with a sentence that says how to get one', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/no/such/chromium');
  await expect(findChromium()).rejects.toThrow(/does not start[\s\S]*CHROMIUM_PATH/);
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the Chromium from npm', () => {
  test('runs on the libraries its package carries, as on a host without libnss3', async () => {
    const packaged = await packagedChromium();
    const folder = await temporaryFolder();
    const libraries = packagedLibraries(dirname(packaged.path));
    const profile = await openProfile(folder.path, { browser: { ...packaged, env: { ...process.env, ...libraries } } });
    try {
      const loaded = readFileSync(`/proc/${profile.pid}/maps`, 'utf8').split('\n');
      const nss = loaded.filter((line) => /lib(nss3|nspr4)\.so/.test(line));
      expect(nss.length).toBeGreaterThan(0);
      expect(nss.filter((line) => !line.includes(dirname(packaged.path)))).toEqual([]);
      await profile.page.setContent('<title>Fotfeste</title>');
      expect(await profile.page.title()).toBe('Fotfeste');
    } finally {
      await profile.close();
      await folder.remove();
    }
  });
});

test('what is written strictly is there after the browser was killed', async () => {
  const folder = await temporaryFolder();
  const url = 'https://fotfeste.test/';
  try {
    const first = await openProfile(folder.path);
    await first.page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<p>hei</p>' }));
    await first.page.goto(url);
    await first.page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('kept', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('store');
          opening.onsuccess = () => {
            const writing = opening.result.transaction('store', 'readwrite', { durability: 'strict' });
            writing.objectStore('store').put('still here', 'key');
            writing.oncomplete = () => resolve();
            writing.onabort = () => reject(writing.error);
          };
        }),
    );
    await first.kill();

    const second = await openProfile(folder.path);
    await second.page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<p>hei</p>' }));
    await second.page.goto(url);
    const kept = await second.page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('kept');
          opening.onsuccess = () => {
            const reading = opening.result.transaction('store').objectStore('store').get('key');
            reading.onsuccess = () => resolve(reading.result);
          };
        }),
    );
    await second.close();
    expect(kept).toBe('still here');
  } finally {
    await folder.remove();
  }
});
