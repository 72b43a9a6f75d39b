import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { demoStaff } from '../demo/history.ts';
import { fetchFromSelf } from '../identity/fetch-from-self.ts';
import { Browser } from '../testing/browser.ts';
import { type Municipality, openMunicipality } from '../testing/municipality.ts';
import { makeCertificate } from '../tls/certificate.ts';

let municipality: Municipality;
let origin: string;

beforeAll(async () => {
  municipality = await openMunicipality(inject('postgres'));
  origin = await municipality.serve();
});
afterAll(() => municipality.close());

const LOGIN = 'fotfeste-login-local';
const idOf = (subject: string) => demoStaff.find((one) => one.subject === subject)?.id ?? '';
const whoIs = async (browser: Browser) => (await (await browser.fetch('/session')).json()).person?.name ?? null;

/** As far as the provider's answer: the address it sends the browser back to, not yet visited. */
async function almostSignedIn(browser: Browser, subject: string): Promise<string> {
  const page = await browser.visit('/auth/login');
  const action = /action="([^"]+)"/.exec(await page.response.text())?.[1] ?? '';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const resumed = await browser.fetch(action, { method: 'POST', body: `subject=${subject}`, headers });
  const back = await browser.fetch(resumed.headers.get('location') ?? '');
  return back.headers.get('location') ?? '';
}

test('signing in goes through the provider’s page, by code, and ends where it began', async () => {
  const browser = new Browser(origin);
  const { url, response } = await browser.signIn('ingrid', '/personer?vis=alle');
  expect([url.pathname + url.search, response.status]).toEqual(['/personer?vis=alle', 200]);
  expect(await (await browser.fetch('/session')).json()).toEqual({
    tenant: { name: 'Granvik kommune', place: 'Migrasjonssenteret' },
    demo: { today: '2026-11-16' },
    person: { id: idOf('ingrid'), name: 'Ingrid Moen', role: 'adviser' },
  });
});

test('signing in never leaves for another origin', async () => {
  const { url } = await new Browser(origin).signIn('ingrid', '//evil.example/x');
  expect(url.href).toBe(`${origin}/`);
});

test('the cookie is out of reach of scripts and other sites, and says nothing', async () => {
  const browser = new Browser(origin);
  const signedIn = await browser.fetch(await almostSignedIn(browser, 'kari'));
  const cookie = signedIn.headers.getSetCookie().find((one) => one.startsWith('fotfeste-local='));
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(cookie).toMatch(/^fotfeste-local=[\w-]{43};/);
});

test('a callback nobody asked for, or somebody who is not on the page, signs nobody in', async () => {
  const browser = new Browser(origin);
  expect((await browser.fetch('/auth/callback?code=x&state=y')).status).toBe(400);
  await browser.visit('/auth/login');
  expect((await browser.fetch('/auth/callback?code=x&state=y')).status).toBe(400);
  const { url } = await browser.signIn('nobody');
  expect(url.pathname).toMatch(/^\/idp\/interaction\//);
  expect(await whoIs(browser)).toBeNull();
});

test('a code works once', async () => {
  const browser = new Browser(origin);
  const callback = await almostSignedIn(browser, 'ingrid');
  const pending = browser.cookies.get(LOGIN) ?? '';
  expect((await browser.fetch(callback)).status).toBe(302);
  expect(await whoIs(browser)).toBe('Ingrid Moen');
  await browser.post('/auth/sign-out', {});
  browser.cookies.set(LOGIN, pending);
  expect((await browser.fetch(callback)).status).toBe(400);
  expect(await whoIs(browser)).toBeNull();
});

test('what somebody else began is not finished here', async () => {
  const [ingrid, jonas] = [new Browser(origin), new Browser(origin)];
  const callbacks = [await almostSignedIn(ingrid, 'ingrid'), await almostSignedIn(jonas, 'jonas')];
  expect((await jonas.fetch(callbacks[0] ?? '')).status).toBe(400);
  expect(await whoIs(jonas)).toBeNull();
});

test.each(['//evil.example/x', '/\\evil.example', '/\t/evil.example', '/auth/login?to=/'])(
  'a login cookie that somebody has set sends nobody to %s',
  async (to) => {
    const browser = new Browser(origin);
    const callback = await almostSignedIn(browser, 'ingrid');
    const pending = JSON.parse(Buffer.from(browser.cookies.get(LOGIN) ?? '', 'base64url').toString());
    browser.cookies.set(LOGIN, Buffer.from(JSON.stringify({ ...pending, to })).toString('base64url'));
    const signedIn = await browser.fetch(callback);
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([302, '/']);
    expect(await whoIs(browser)).toBe('Ingrid Moen');
  },
);

test('the next one on the same browser is asked again', async () => {
  const browser = new Browser(origin);
  await browser.signIn('ingrid');
  await browser.signIn('jonas');
  expect(await whoIs(browser)).toBe('Jonas Berg');
});

test('over https the cookie is bound to this very host, by the authority a tablet is asked to trust', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fotfeste-tls-'));
  const certificate = makeCertificate(folder, ['localhost', '127.0.0.1'], Date.now());
  const secure = await municipality.serve(certificate);
  const browser = new Browser(secure, fetchFromSelf('127.0.0.1', certificate.authority) as unknown as typeof fetch);
  const { url } = await browser.signIn('ingrid', '/personer');
  expect(url.href).toBe(`${secure}/personer`);
  expect([...browser.cookies.keys()].filter((name) => name.includes('fotfeste'))).toEqual(['__Host-fotfeste']);
  expect(await whoIs(browser)).toBe('Ingrid Moen');
  expect(await (await browser.fetch('/ca.crt')).text()).toBe(certificate.authority);
  rmSync(folder, { recursive: true });
});

test('signing out ends the session on the server, and only from our own page', async () => {
  const browser = new Browser(origin);
  await browser.signIn('ingrid');
  const kept = new Map(browser.cookies);
  expect((await browser.post('/auth/sign-out', {}, {})).status).toBe(400);
  expect((await browser.post('/auth/sign-out', {})).status).toBe(200);
  for (const [name, value] of kept) browser.cookies.set(name, value);
  expect(await whoIs(browser)).toBeNull();
});
