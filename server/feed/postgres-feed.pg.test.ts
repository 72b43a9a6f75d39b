import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { commit, id, NOW, person, record, type ServerWorld } from '../../test/contracts/server-world.ts';
import { addMember, addTenant } from '../administration/administer.ts';
import { registerVault } from '../administration/vaults.ts';
import { connect, type Database } from '../database/connect.ts';
import { freshDatabase } from '../database/fresh-database.ts';
import { createLog } from '../log/postgres-log.ts';
import { createFeed } from './postgres-feed.ts';

const DAY = 24 * 60 * 60_000;
const TENANT = '1111';
const ADVISER = person(1);
const VAULT = id(11);

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgres'));
  database = connect(fresh.url);
  await addTenant(database, { tenant: TENANT, name: 'Granvik kommune', place: '' }, NOW);
  await addMember(database, TENANT, { ...ADVISER, subject: 'ingrid' });
  await registerVault(database, TENANT, { id: VAULT, person: ADVISER.id, signingKey: 'BA' }, NOW);
});
afterAll(async () => {
  await database.destroy();
  await fresh.drop();
});

test('envelopes are kept on the device until thirty server days after they were received', async () => {
  const log = createLog(database, TENANT, () => undefined);
  const feedAt = (at: number) => createFeed(database, TENANT, { id: '', publicKey: '' }, () => at);
  await commit({ log } as ServerWorld, VAULT, { records: [record(31, id(21), 'a'), record(32, id(21), 'b')] });
  const forget = async (at: number) => {
    const query = { person: ADVISER.id, vault: VAULT, place: { seq: 0, after: null }, most: 10 };
    return (await feedAt(at).page(query)).forget;
  };
  expect(await forget(NOW + 30 * DAY)).toBe(0);
  expect(await forget(NOW + 30 * DAY + 1)).toBe(2);
});
