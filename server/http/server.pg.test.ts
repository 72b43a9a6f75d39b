import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { LONGEST_SEND } from '../../src/protocol/send.ts';
import { grantFile } from '../administration/administer.ts';
import { demoStaff } from '../demo/history.ts';
import { fetchFromSelf } from '../identity/fetch-from-self.ts';
import { Browser } from '../testing/browser.ts';
import { type Municipality, openMunicipality, TENANT } from '../testing/municipality.ts';
import { newCase, newGoal, Tablet } from '../testing/tablet.ts';
import { makeCertificate } from '../tls/certificate.ts';

let municipality: Municipality;
let origin: string;

beforeAll(async () => {
  municipality = await openMunicipality(inject('postgres'));
  origin = await municipality.serve();
});
afterAll(() => municipality.close());

const idOf = (subject: string) => demoStaff.find((one) => one.subject === subject)?.id ?? '';
const failure = async (response: Response) => [response.status, await response.json()];

describe('signing in', () => {
  test('goes through the provider’s page, by code, and ends where it began', async () => {
    const browser = new Browser(origin);
    const { url, response } = await browser.signIn('ingrid', '/personer?vis=alle');
    expect([url.pathname + url.search, response.status]).toEqual(['/personer?vis=alle', 200]);
    expect(await (await browser.fetch('/session')).json()).toEqual({
      tenant: { name: 'Granvik kommune', place: 'Migrasjonssenteret' },
      demo: { today: '2026-11-16' },
      person: { id: idOf('ingrid'), name: 'Ingrid Moen', role: 'adviser' },
    });
  });

  test('never leaves for another origin', async () => {
    const { url } = await new Browser(origin).signIn('ingrid', '//evil.example/x');
    expect(url.href).toBe(`${origin}/`);
  });

  test('the cookie is out of reach of scripts and other sites, and says nothing', async () => {
    const browser = new Browser(origin);
    const page = await browser.visit('/auth/login');
    const action = /action="([^"]+)"/.exec(await page.response.text())?.[1] ?? '';
    const form = {
      method: 'POST',
      body: 'subject=kari',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
    const resumed = await browser.fetch(action, form);
    const back = await browser.fetch(resumed.headers.get('location') ?? '');
    const signedIn = await browser.fetch(back.headers.get('location') ?? '');
    const cookie = signedIn.headers.getSetCookie().find((one) => one.startsWith('fotfeste-local='));
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookie).toMatch(/^fotfeste-local=[\w-]{43};/);
  });

  test('another person’s name in the form, a code used twice, or a state of someone else’s signs nobody in', async () => {
    const browser = new Browser(origin);
    const stray = await browser.visit('/auth/callback?code=x&state=y');
    expect(stray.response.status).toBe(400);
    await browser.signIn('nobody').catch(() => undefined);
    expect((await (await browser.fetch('/session')).json()).person).toBeNull();
  });

  test('the next one on the same browser is asked again', async () => {
    const browser = new Browser(origin);
    await browser.signIn('ingrid');
    await browser.signIn('jonas');
    expect((await (await browser.fetch('/session')).json()).person.name).toBe('Jonas Berg');
  });

  test('over https the cookie is bound to this very host, by the authority a tablet is asked to trust', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fotfeste-tls-'));
    const certificate = makeCertificate(folder, ['localhost', '127.0.0.1'], Date.now());
    const secure = await municipality.serve(certificate);
    const browser = new Browser(secure, fetchFromSelf('127.0.0.1', certificate.authority) as unknown as typeof fetch);
    const { url } = await browser.signIn('ingrid', '/personer');
    expect(url.href).toBe(`${secure}/personer`);
    expect([...browser.cookies.keys()].filter((name) => name.includes('fotfeste'))).toEqual(['__Host-fotfeste']);
    expect((await (await browser.fetch('/session')).json()).person.name).toBe('Ingrid Moen');
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
    expect((await (await browser.fetch('/session')).json()).person).toBeNull();
  });
});

describe('registering a vault', () => {
  test('needs the cookie and our own page', async () => {
    const vault = { vault: randomUUID(), signingKey: 'BA' };
    expect(await failure(await new Browser(origin).post('/vaults', vault))).toEqual([401, { failure: 'signedOut' }]);
    const browser = new Browser(origin);
    await browser.signIn('ingrid');
    expect(await failure(await browser.post('/vaults', vault, {}))).toEqual([400, { failure: 'badRequest' }]);
    expect(await failure(await browser.post('/vaults', { vault: 7 }))).toEqual([400, { failure: 'badRequest' }]);
  });

  test('asked again is answered again; another person’s id is refused', async () => {
    const tablet = await Tablet.signedIn(origin, 'ingrid');
    const other = new Browser(origin);
    await other.signIn('jonas');
    const taken = await other.post('/vaults', { vault: tablet.id, signingKey: 'BA' });
    expect(await failure(taken)).toEqual([403, { failure: 'notYourVault' }]);
  });
});

describe('sending and pulling', () => {
  test('what one adviser sends, the teacher granted the case pulls: language and not health', async () => {
    const [ingrid, jonas] = [await Tablet.signedIn(origin, 'ingrid'), await Tablet.signedIn(origin, 'jonas')];
    const file = randomUUID();
    const answer = await ingrid.send(
      newCase(file, 'Olena', idOf('ingrid')),
      newGoal(file, 'Øve på jobbord'),
      newGoal(file, 'Fysioterapi', 'health'),
    );
    expect(answer.answers.map((one) => one.outcome)).toEqual(['applied', 'applied', 'applied']);
    expect((await jonas.pull()).flatMap((page) => page.records)).toEqual([]);
    await grantFile(municipality.database, TENANT, file, idOf('jonas'));
    const pulled = (await jonas.pull()).flatMap((page) => page.records);
    expect(pulled.map((one) => one.compartment).sort()).toEqual(['language', 'person']);
    expect(pulled.find((one) => one.type === 'goal')?.fields.text).toMatchObject({
      value: 'Øve på jobbord',
      by: idOf('ingrid'),
    });
  });

  test('a pull is answered only to the vault’s own person, signed in, from our own page', async () => {
    const ingrid = await Tablet.signedIn(origin, 'ingrid');
    const jonas = new Browser(origin);
    await jonas.signIn('jonas');
    expect(await failure(await jonas.post('/pull', ingrid.pullRequest()))).toEqual([403, { failure: 'notYourVault' }]);
    expect(await failure(await new Browser(origin).post('/pull', ingrid.pullRequest()))).toEqual([
      401,
      { failure: 'signedOut' },
    ]);
    expect(await failure(await ingrid.browser.post('/pull', ingrid.pullRequest(), {}))).toEqual([
      400,
      { failure: 'badRequest' },
    ]);
    const unknown = { ...ingrid.pullRequest(), vault: randomUUID() };
    expect(await failure(await ingrid.browser.post('/pull', unknown))).toEqual([404, { failure: 'unknownVault' }]);
  });

  test('an unknown vault is refused and nothing of it is stored', async () => {
    const tablet = await Tablet.signedIn(origin, 'ingrid');
    const envelopes = await tablet.seal(newGoal(randomUUID(), 'x'));
    const body = { vault: randomUUID(), epoch: 0, envelopes: [] };
    expect(await failure(await tablet.browser.post('/send', body))).toEqual([404, { failure: 'unknownVault' }]);
    const forged = {
      ...body,
      envelopes: envelopes.map((one) => ({ ...one, header: { ...one.header, vault: body.vault } })),
    };
    expect((await tablet.browser.post('/send', forged)).status).toBe(404);
  });

  test('a body under another vault’s name, or altered on the way, is refused', async () => {
    const [ingrid, jonas] = [await Tablet.signedIn(origin, 'ingrid'), await Tablet.signedIn(origin, 'jonas')];
    const envelopes = await ingrid.seal(newGoal(randomUUID(), 'x'));
    expect(await failure(await jonas.post(envelopes))).toEqual([400, { failure: 'badRequest' }]);
    const altered = envelopes.map((one) => ({ ...one, header: { ...one.header, payloadHash: 'A'.repeat(43) } }));
    expect(await failure(await ingrid.post(altered))).toEqual([400, { failure: 'badSignature' }]);
  });

  test('sent twice is stored once', async () => {
    const tablet = await Tablet.signedIn(origin, 'ingrid');
    const file = randomUUID();
    const envelopes = await tablet.seal(newCase(file, 'Samira', idOf('ingrid')), newGoal(file, 'x'));
    const first = await (await tablet.post(envelopes)).json();
    const again = await (await tablet.post(envelopes)).json();
    expect(again.answers.map((one: { outcome: string }) => one.outcome)).toEqual(['duplicate', 'duplicate']);
    expect(again.answers.map((one: { seq: number }) => one.seq)).toEqual(
      first.answers.map((one: { seq: number }) => one.seq),
    );
  });

  test('NUL or half a surrogate pair in one change does not stop the others', async () => {
    const tablet = await Tablet.signedIn(origin, 'ingrid');
    const file = randomUUID();
    const { answers, received } = await tablet.send(
      newCase(file, 'Yonas', idOf('ingrid')),
      newGoal(file, 'a\u0000b'),
      newGoal(file, 'a\ud800b'),
      newGoal(file, 'helt vanlig'),
    );
    expect(answers.map((one) => [one.outcome, one.reason])).toEqual([
      ['applied', undefined],
      ['quarantined', 'notText'],
      ['quarantined', 'notText'],
      ['applied', undefined],
    ]);
    expect(received).toBe(4);
    const pages = await tablet.pull();
    expect(pages.flatMap((page) => page.quarantined.map((one) => one.reason))).toEqual(['notText', 'notText']);
  });
});

describe('requests nobody should make', () => {
  test.each([
    ['no body', undefined],
    ['no JSON', '{"vault":'],
    ['another shape', '{"vault":7}'],
    ['deep nesting', '['.repeat(100_000)],
    ['text where envelopes should be', JSON.stringify({ vault: randomUUID(), epoch: 0, envelopes: 'x' })],
    ['an id that is none', JSON.stringify({ vault: '../../etc', epoch: 0, envelopes: [] })],
    ['a NUL', JSON.stringify({ vault: '\u0000', epoch: 0, envelopes: [] })],
    ['too many envelopes', JSON.stringify({ vault: randomUUID(), epoch: 0, envelopes: Array(101).fill({}) })],
    ['a number beyond counting', `{"vault":"${randomUUID()}","epoch":1e400,"envelopes":[]}`],
  ])('%s is a typed 400', async (_, body) => {
    const response = await fetch(`${origin}/send`, { method: 'POST', body });
    expect(await failure(response)).toEqual([400, { failure: 'badRequest' }]);
  });

  test('more than the server reads is a typed 413, also where the length is not said', async () => {
    const big = 'x'.repeat(LONGEST_SEND + 1);
    const said = await fetch(`${origin}/send`, { method: 'POST', body: big });
    expect(await failure(said)).toEqual([413, { failure: 'tooLarge' }]);
    const unsaid = await fetch(`${origin}/send`, {
      method: 'POST',
      body: new Blob([big]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(await failure(unsaid)).toEqual([413, { failure: 'tooLarge' }]);
  });

  test('a cursor that was never given is a typed 400', async () => {
    const tablet = await Tablet.signedIn(origin, 'ingrid');
    for (const cursor of ['x', '1.99999999999999.', "1.1.'; drop table record; --"]) {
      const { status } = await tablet.browser.post('/pull', { ...tablet.pullRequest(), cursor });
      expect(status).toBeLessThan(500);
    }
  });

  test('an address that is not ours gets nothing, whatever points at us', async () => {
    const { request } = await import('node:http');
    const { port } = new URL(origin);
    const status = await new Promise((resolve) => {
      request({ port, host: '127.0.0.1', path: '/session', headers: { host: 'rebound.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(400);
  });

  test('paths that are none are a typed 404', async () => {
    expect(await failure(await fetch(`${origin}/nothing.js`))).toEqual([404, { failure: 'notFound' }]);
    expect(await failure(await fetch(`${origin}/nothing`, { method: 'DELETE' }))).toEqual([
      404,
      { failure: 'notFound' },
    ]);
    expect(await failure(await fetch(`${origin}/../../etc/passwd`))).toEqual([404, { failure: 'notFound' }]);
  });
});

describe('what is around the data', () => {
  test('no answer with data may be kept by anyone on the way', async () => {
    const tablet = await Tablet.signedIn(origin, 'ingrid');
    const answers = [
      await tablet.browser.post('/pull', tablet.pullRequest()),
      await tablet.browser.fetch('/session'),
      await tablet.post([]),
    ];
    for (const answer of answers) expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('what is pulled is compressed on the way', async () => {
    const tablet = await Tablet.signedIn(origin, 'ingrid');
    const file = randomUUID();
    await tablet.send(newCase(file, 'Olena', idOf('ingrid')), newGoal(file, 'Øve på jobbord. '.repeat(200)));
    const answer = await tablet.browser.post('/pull', tablet.pullRequest());
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  });

  test('hashed files are kept for ever, the page and the service worker are asked for again, deep links are the page', async () => {
    const get = (path: string, accept = 'text/html') => fetch(`${origin}${path}`, { headers: { accept } });
    const hashed = await get('/assets/main-Ab3dEf9h.js', '*/*');
    expect([hashed.status, hashed.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    for (const path of ['/', '/index.html', '/service-worker.js', '/personer/6f1c/plan']) {
      const page = await get(path);
      expect([path, page.status, page.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
    }
    const tag = (await get('/')).headers.get('etag') ?? '';
    expect((await fetch(`${origin}/`, { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  test('every page forbids scripts but our own, frames, and telling others where one was', async () => {
    const { headers } = await fetch(`${origin}/`, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
  });

  test('it says that it lives, that it is ready, and which it is', async () => {
    expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ alive: true });
    expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ ready: true });
    expect(await (await fetch(`${origin}/version`)).json()).toEqual({ version: 'test' });
  });

  test('the log holds patterns and counts, and no name, path, id of a person’s file or content', async () => {
    const tablet = await Tablet.signedIn(origin, 'ingrid');
    const file = randomUUID();
    await tablet.send(newCase(file, 'Hemmelignavn', idOf('ingrid')), newGoal(file, 'Hemmeligtekst'));
    await fetch(`${origin}/personer/${file}?sok=Hemmelignavn`, { headers: { accept: 'text/html' } });
    const log = municipality.logged();
    expect(log).toContain('"route":"/send"');
    for (const secret of ['Hemmelig', file, 'Ingrid', 'fotfeste-local']) expect(log).not.toContain(secret);
  });
});
