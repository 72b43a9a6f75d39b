import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { LONGEST_SEND } from '../../src/protocol/send.ts';
import { demoStaff } from '../demo/history.ts';
import { type Municipality, openMunicipality } from '../testing/municipality.ts';
import { newCase, newGoal, Tablet } from '../testing/tablet.ts';

let municipality: Municipality;
let origin: string;

beforeAll(async () => {
  municipality = await openMunicipality(inject('postgres'));
  origin = await municipality.serve();
});
afterAll(() => municipality.close());

const idOf = (subject: string) => demoStaff.find((one) => one.subject === subject)?.id ?? '';
const failure = async (response: Response) => [response.status, await response.json()];

describe('requests nobody should make', () => {
  test.each([
    ['no body', undefined],
    ['no JSON', '{"vault":'],
    ['another shape', '{"vault":7}'],
    ['deep nesting', '['.repeat(100_000)],
    ['text where envelopes should be', JSON.stringify({ vault: randomUUID(), epoch: 0, envelopes: 'x' })],
    ['an id that is none', JSON.stringify({ vault: '../../etc', epoch: 0, envelopes: [] })],
    ['an id in capitals', JSON.stringify({ vault: randomUUID().toUpperCase(), epoch: 0, envelopes: [] })],
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
