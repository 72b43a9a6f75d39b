import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { generateSigningKey } from '../../src/sealing/signing-key.ts';
import { demoStaff } from '../demo/history.ts';
import { Browser } from '../testing/browser.ts';
import { type Municipality, openMunicipality } from '../testing/municipality.ts';
import { newCase, Tablet } from '../testing/tablet.ts';

let municipality: Municipality;
let origin: string;

beforeAll(async () => {
  municipality = await openMunicipality(inject('postgres'));
  origin = await municipality.serve();
});
afterAll(() => municipality.close());

const idOf = (subject: string) => demoStaff.find((one) => one.subject === subject)?.id ?? '';
const failure = async (response: Response) => [response.status, await response.json()];

/** What a tablet of this person's would ask. */
async function newVault(subject: string) {
  const { publicKey } = await generateSigningKey(false);
  return { vault: randomUUID(), person: idOf(subject), signingKey: publicKey };
}

async function signedIn(subject: string): Promise<Browser> {
  const browser = new Browser(origin);
  await browser.signIn(subject);
  return browser;
}

test('a vault needs the cookie and our own page', async () => {
  const vault = await newVault('ingrid');
  expect(await failure(await new Browser(origin).post('/vaults', vault))).toEqual([401, { failure: 'signedOut' }]);
  const browser = await signedIn('ingrid');
  expect(await failure(await browser.post('/vaults', vault, {}))).toEqual([400, { failure: 'badRequest' }]);
  expect((await browser.post('/vaults', vault)).status).toBe(200);
});

test('asked again after a lost answer, the same is answered', async () => {
  const browser = await signedIn('ingrid');
  const vault = await newVault('ingrid');
  const lost = await (await browser.post('/vaults', vault)).json();
  const answer = await (await browser.post('/vaults', vault)).json();
  expect(answer).toEqual({ ...lost, lease: { until: expect.any(Number) } });
  expect(answer).toMatchObject({ vault: vault.vault, person: { id: idOf('ingrid') } });
});

test('a vault that exists is given to nobody else, and keeps its key', async () => {
  const tablet = await Tablet.signedIn(origin, 'ingrid');
  const { publicKey: another } = await generateSigningKey(false);
  const asked = { vault: tablet.id, person: idOf('ingrid'), signingKey: another };
  const jonas = await signedIn('jonas');
  for (const taken of [
    await tablet.browser.post('/vaults', asked),
    await jonas.post('/vaults', { ...asked, person: idOf('jonas') }),
  ]) {
    expect(await failure(taken)).toEqual([403, { failure: 'notYourVault' }]);
  }
  const { answers } = await tablet.send(newCase(randomUUID(), 'Olena', idOf('ingrid')));
  expect(answers.map((one) => one.outcome)).toEqual(['applied']);
});

test('whoever has signed in meanwhile gets no vault in the name of the one the screen greets', async () => {
  const browser = await signedIn('jonas');
  const vault = await newVault('ingrid');
  expect(await failure(await browser.post('/vaults', vault))).toEqual([403, { failure: 'notYourVault' }]);
  const ingrid = await signedIn('ingrid');
  expect((await ingrid.post('/vaults', vault)).status).toBe(200); // nothing of it was stored
});

test.each([
  ['empty', ''],
  ['too short', 'BA'],
  ['with a NUL', `\u0000${'A'.repeat(86)}`],
  ['no point of the curve', `BA${'A'.repeat(85)}`],
  ['not text', 7],
])('a signing key that is %s is a typed 400', async (_, signingKey) => {
  const browser = await signedIn('ingrid');
  const asked = { ...(await newVault('ingrid')), signingKey };
  expect(await failure(await browser.post('/vaults', asked))).toEqual([400, { failure: 'badRequest' }]);
});
