import { gzipSync } from 'node:zlib';
import type { Request } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { nb } from '../../src/i18n/nb.ts';
import { type AppServer, startAppServer } from './app-server.ts';
import { openProfile, type Profile } from './profile.ts';
import { choosePassphrase, signIn, unlock, untilInstalled } from './tablet.ts';
import { copyOfData, type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

const KILOBYTE = 1_000;

/** Fetched by the page, and not counted: only making or using a passphrase needs them. */
const FOR_THE_PASSPHRASE = /\/(argon2-worker|derive-in-worker|create-vault|unlock)-/;

let data: TemporaryFolder;
let folder: TemporaryFolder;
let server: AppServer;
let profile: Profile;
const complaints: string[] = [];

beforeAll(async () => {
  [data, folder] = await Promise.all([copyOfData(inject('demoMunicipality')), temporaryFolder()]);
  server = await startAppServer({ data: data.path });
  profile = await openProfile(folder.path);
  profile.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  profile.page.on('pageerror', (error) => complaints.push(error.message));
});

afterAll(async () => {
  await profile?.close();
  await server?.stop();
  await Promise.all([data.remove(), folder.remove()]);
});

test('the page fetches no more than its budget before the unlocked list is on screen', async () => {
  const fetched: Request[] = [];
  profile.page.on('request', (request) => fetched.push(request));
  await signIn(profile.page, server.url, 'Ingrid Moen');
  await choosePassphrase(profile.page);
  const weights = await weightsOf(fetched);
  expect(weights.script).toBeGreaterThan(10 * KILOBYTE);
  expect(weights.script).toBeLessThanOrEqual(120 * KILOBYTE);
  expect(weights.stylesheet).toBeGreaterThan(KILOBYTE);
  expect(weights.stylesheet).toBeLessThanOrEqual(35 * KILOBYTE);
});

test('the browser can install it: every icon of the manifest is there, in the size it says', async () => {
  const { page } = profile;
  const manifest = await (await page.request.get(`${server.url}/manifest.webmanifest`)).json();
  expect(manifest).toMatchObject({
    id: '/',
    name: 'Fotfeste',
    lang: 'nb',
    display: 'standalone',
    start_url: '/',
    scope: '/',
  });
  expect(manifest).not.toHaveProperty('orientation');
  expect(manifest.icons.map((icon: { purpose?: string }) => icon.purpose ?? 'any')).toEqual(
    expect.arrayContaining(['any', 'maskable', 'monochrome']),
  );
  for (const { src, sizes } of manifest.icons.filter((icon: { sizes: string }) => icon.sizes !== 'any')) {
    expect(await sizeOfImage(src)).toBe(sizes);
  }
});

test('with the server gone it opens where it was, deep links too, and unlocks', async () => {
  const { page } = profile;
  await untilInstalled(page);
  await server.stop();
  await page.goto(`${server.url}/sending`);
  await unlock(page);
  await page.getByRole('heading', { name: nb.sending.title }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/sending');
  expect(await page.title()).toContain('Fotfeste');
});

test('nothing was refused by the content security policy and no script failed', () => {
  expect(complaints.filter((text) => !/net::ERR_/.test(text))).toEqual([]);
});

async function weightsOf(requests: Request[]): Promise<{ script: number; stylesheet: number }> {
  const weights = { script: 0, stylesheet: 0 };
  const kinds = new Map(requests.map((request) => [request.url(), request.resourceType()]));
  for (const [url, kind] of kinds) {
    if (!url.startsWith(`${server.url}/assets/`) || FOR_THE_PASSPHRASE.test(url)) continue;
    if (kind !== 'script' && kind !== 'stylesheet') continue;
    weights[kind] += gzipSync(await (await profile.page.request.get(url)).body()).length;
  }
  return weights;
}

function sizeOfImage(src: string): Promise<string> {
  return profile.page.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    return `${image.naturalWidth}x${image.naturalHeight}`;
  }, src);
}
