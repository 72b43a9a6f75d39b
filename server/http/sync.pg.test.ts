import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { grantFile } from '../administration/administer.ts';
import { demoStaff } from '../demo/history.ts';
import { Browser } from '../testing/browser.ts';
import { type Municipality, openMunicipality, TENANT } from '../testing/municipality.ts';
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

test('an id in capitals is no id: nothing is moved by it, and nothing opened', async () => {
  const [ingrid, jonas, per] = [
    await Tablet.signedIn(origin, 'ingrid'),
    await Tablet.signedIn(origin, 'jonas'),
    await Tablet.signedIn(origin, 'per'),
  ];
  const [file, goal] = ['abcdef00-0000-4000-8000-000000000001', 'abcdef00-0000-4000-8000-000000000002'];
  await ingrid.send(newCase(file, 'Olena', idOf('ingrid')), newGoal(file, 'Fysioterapi', 'health', goal));
  await grantFile(municipality.database, TENANT, file, idOf('jonas'));
  const sent = [
    await jonas.send(newGoal(file, 'overskrevet', 'language', goal.toUpperCase())),
    await per.send(newCase(file.toUpperCase(), 'Olena', idOf('per'))),
  ];
  for (const { answers } of sent) expect(answers).toMatchObject([{ outcome: 'quarantined', reason: 'malformed' }]);
  const held = async (tablet: Tablet) =>
    (await tablet.pull()).flatMap((page) => page.records).filter((one) => one.file === file);
  expect(await held(ingrid)).toMatchObject([
    { type: 'person' },
    { id: goal, compartment: 'health', fields: { text: { value: 'Fysioterapi' } } },
  ]);
  expect(await held(jonas)).toMatchObject([{ type: 'person' }]);
  expect((await per.pull()).flatMap((page) => page.records)).toEqual([]);
});

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: municipality.databaseUrl });
  await client.connect();
  return client;
}

/** Cuts connections that wait for a lock, so many of them, unless it is over before. */
async function cutWaiting(most: number, isOver: () => boolean): Promise<void> {
  const client = await connected();
  const cut = new Set<number>();
  while (cut.size < most && !isOver()) {
    const { rows } = await client.query<{ pid: number }>(
      `select pid, pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    for (const { pid } of rows) cut.add(pid);
  }
  await client.end();
}

test('connections cut in the middle of a send are the server’s trouble: the same send again is applied', async () => {
  const tablet = await Tablet.signedIn(origin, 'ingrid');
  const envelopes = await tablet.seal(newCase(randomUUID(), 'Samira', idOf('ingrid')));
  const locking = await connected();
  await locking.query('begin; lock table fotfeste.change_log in share mode');
  let isAnswered = false;
  const answering = tablet.post(envelopes).finally(() => {
    isAnswered = true;
  });
  await cutWaiting(2, () => isAnswered);
  await locking.query('rollback');
  await locking.end();
  expect(await failure(await answering)).toEqual([500, { failure: 'serverError' }]);
  const pages = await tablet.pull();
  expect(pages.flatMap((page) => page.quarantined).filter((one) => one.vault === tablet.id)).toEqual([]);
  expect(pages.at(-1)?.received).toBe(0);
  const again = await (await tablet.post(envelopes)).json();
  expect(again).toMatchObject({ received: 1, answers: [{ outcome: 'applied' }] });
});

test.each([
  ['', 'empty'],
  ['x', 'letters'],
  ['1.x.', 'letters for a number'],
  [`1.1.${'-'.repeat(36)}`, 'hyphens for an id'],
  [`1.1.${'a'.repeat(36)}`, 'letters for an id'],
  ['1.1.ABCDEF00-0000-4000-8000-000000000001', 'an id in capitals'],
  ['1.9999999999999999.', 'a number beyond counting'],
  ['1.1', 'cut short'],
  ['1.1.\u0000', 'a NUL'],
  ["1.1.'; drop table record; --", 'a statement'],
  [`1.${'1'.repeat(600)}.`, 'longer than any'],
])('the cursor %j (%s) was never given and is a typed 400', async (cursor) => {
  const tablet = await Tablet.signedIn(origin, 'ingrid');
  const answer = await tablet.browser.post('/pull', { ...tablet.pullRequest(), cursor });
  expect(await failure(answer)).toEqual([400, { failure: 'badRequest' }]);
});
