import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Middlebox, type Mood, startMiddlebox } from './middlebox.ts';
import { openProfile, type Profile } from './profile.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

const reached: string[] = [];
const server = createServer((request, response) => {
  reached.push(`${request.method} ${request.url}`);
  const body = request.url === '/' ? '<p>hei</p>' : '{"answer":"whole"}';
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(body) }).end(body);
});
let folder: TemporaryFolder;
let middlebox: Middlebox;
let profile: Profile;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  middlebox = await startMiddlebox();
  folder = await temporaryFolder();
  profile = await openProfile(folder.path, { proxy: middlebox.port });
  await profile.page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await profile.close();
  await middlebox.close();
  await folder.remove();
  server.close();
});

const ask = () =>
  profile.page.evaluate(async () => {
    try {
      const response = await fetch('/send', { method: 'POST', body: '{}' });
      return `${response.status} ${await response.text()}`;
    } catch {
      return 'failed';
    }
  });

test.each<[Mood, string, number]>([
  ['through', '200 {"answer":"whole"}', 1],
  ['portal', '200 <h1>Velkommen til gjestenettet</h1>', 0],
  ['error', '500 Internal Server Error', 0],
  ['signedOut', '401 {"failure":"signedOut"}', 0],
  ['cut', 'failed', 1],
  ['dead', 'failed', 0],
])('%s: the page hears "%s"', async (mood, heard, times) => {
  middlebox.become(mood, '/send');
  reached.length = 0;
  expect(await ask()).toBe(heard);
  expect(reached.filter((path) => path === 'POST /send')).toHaveLength(times);
});
