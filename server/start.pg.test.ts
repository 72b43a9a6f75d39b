import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStaff } from './demo/history.ts';
import { runningEmbedded } from './embedded/embedded.ts';
import { freePort } from './embedded/free-port.ts';
import { databaseUrl } from './open-database.ts';
import { Browser } from './testing/browser.ts';
import { type Started, start } from './testing/started.ts';
import { newCase, newGoal, Tablet } from './testing/tablet.ts';

const MINUTES = 5 * 60_000;
const ingrid = demoStaff.find((one) => one.subject === 'ingrid')?.id ?? '';

describe('what is refused at start, before anything is opened', () => {
  test('a busy port', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const data = join(tmpdir(), `fotfeste-never-${randomUUID()}`);
    const refused = await start(['--port', `${port}`, '--data', data]);
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain(`Port ${port} is in use by another program. Nothing was started.`);
    other.close();
  });

  test('--demo off without an identity provider', async () => {
    const refused = await start(['--demo', 'off']);
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain('Set OIDC_ISSUER to its address.');
  });
});

describe('a demo municipality', () => {
  const data = mkdtempSync(join(tmpdir(), 'fotfeste-start-'));
  let port: number;
  let origin: string;
  let server: Started;

  beforeAll(async () => {
    port = await freePort();
    origin = `http://localhost:${port}`;
    server = await start(['--port', `${port}`, '--data', data]);
  }, MINUTES);
  afterAll(async () => {
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(runningEmbedded(data)).toBeNull();
    rmSync(data, { recursive: true });
  });

  test('one address is printed, and the staff by role', () => {
    expect(server.said()).toContain(`Fotfeste is ready at ${origin}`);
    expect(server.said()).toMatch(/Programrådgiver\s+Ingrid Moen/);
    expect(server.said()).toMatch(/Lærer\s+Jonas Berg/);
    expect(server.said()).toContain('may sign in as anyone');
  });

  test('84 people are on the adviser’s tablet, nine of them hers, with values that wait', async () => {
    const pages = await (await Tablet.signedIn(origin, 'ingrid')).pull();
    const records = pages.flatMap((page) => page.records);
    const people = records.filter((one) => one.type === 'person');
    expect(people).toHaveLength(84);
    expect(people.filter((one) => one.fields.responsible?.value === ingrid)).toHaveLength(9);
    expect(
      records.filter((one) => Object.values(one.fields).some((field) => field.waiting.length > 0)).length,
    ).toBeGreaterThan(5);
    expect(pages.flatMap((page) => page.quarantined)).toEqual([]);
  });

  test('a second start on the same folder is refused, and the first goes on', async () => {
    const second = await start(['--port', `${await freePort()}`, '--data', data]);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('is already in use by another Fotfeste server');
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  });

  test(
    'after kill -9 the next start has everything that was answered, and says nothing of demo data again',
    async () => {
      const tablet = await Tablet.signedIn(origin, 'ingrid');
      const file = randomUUID();
      await tablet.send(newCase(file, 'Etter strømbrudd', ingrid), newGoal(file, 'Fortsette der vi slapp'));
      server.kill('SIGKILL');
      expect(await server.ended).toBe('SIGKILL');
      server = await start(['--port', `${port}`, '--data', data]);
      expect(server.said()).not.toContain('Filling');
      const found = (await (await Tablet.signedIn(origin, 'ingrid')).pull()).flatMap((page) => page.records);
      expect(
        found
          .filter((one) => one.file === file)
          .map((one) => one.type)
          .sort(),
      ).toEqual(['goal', 'person']);
    },
    MINUTES,
  );

  test(
    'two servers on one database serve two tablets, each hearing of the other’s commits',
    async () => {
      const running = runningEmbedded(data);
      const otherPort = await freePort();
      const otherOrigin = `http://localhost:${otherPort}`;
      const other = await start(['--port', `${otherPort}`, '--data', data, '--demo', 'off'], {
        DATABASE_URL: databaseUrl(running?.url ?? ''),
        OIDC_ISSUER: `${origin}/idp`,
        OIDC_CLIENT_ID: 'fotfeste',
        OIDC_CLIENT_SECRET: 'not used: the session is begun at the first server',
        TENANT_NUMBER: '9999',
        TENANT_NAME: 'Granvik kommune',
      });
      try {
        const first = await Tablet.signedIn(origin, 'ingrid');
        await outlastDemoDay(databaseUrl(running?.url ?? ''));
        const elsewhere = new Browser(otherOrigin);
        for (const [name, value] of first.browser.cookies) elsewhere.cookies.set(name, value);
        const second = await Tablet.of(elsewhere);
        for (const tablet of [first, second]) await tablet.pull();
        const heard = [await listen(first.browser), await listen(second.browser)] as const;
        const file = randomUUID();
        await first.send(newCase(file, 'Hos den ene', ingrid));
        await heard[1].next();
        expect(textsOf(await second.pull(), file)).toEqual(['Hos den ene']);
        await second.send(newGoal(file, 'Hos den andre'));
        await heard[0].next();
        expect(textsOf(await first.pull(), file)).toContain('Hos den andre');
      } finally {
        other.kill('SIGTERM');
        expect(await other.ended).toBe(0);
      }
    },
    MINUTES,
  );
});

/** One server lives on the demo's day and the other on the real one; sessions are to hold on both. */
async function outlastDemoDay(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('update fotfeste.session set expires_at = $1', [Date.parse('2100-01-01')]);
  await client.end();
}

function textsOf(pages: Awaited<ReturnType<Tablet['pull']>>, file: string) {
  const records = pages.flatMap((page) => page.records).filter((one) => one.file === file);
  return records.map((one) => one.fields.text?.value ?? one.fields.givenNames?.value);
}

/**
 * A tablet's ear. The first poke, which comes at once, is already heard; `next` waits for one after it.
 * The line is left open: a server that stops must end it.
 */
async function listen(browser: Browser): Promise<{ next(): Promise<void> }> {
  const response = await browser.fetch('/poke');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => {
    for (let heard = ''; !heard.includes('event: poke'); ) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) throw new Error('The server ended the line');
      heard += value;
    }
  };
  await next();
  return { next };
}
