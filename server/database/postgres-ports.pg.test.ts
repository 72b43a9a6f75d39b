import { afterAll, beforeAll, inject } from 'vitest';
import { describeServerFeed } from '../../test/contracts/server-feed.ts';
import { describeServerLog } from '../../test/contracts/server-log.ts';
import { NOW, type ServerWorld } from '../../test/contracts/server-world.ts';
import { addMember, addTenant, grantFile } from '../administration/administer.ts';
import { registerVault } from '../administration/vaults.ts';
import { createFeed } from '../feed/postgres-feed.ts';
import { createLog } from '../log/postgres-log.ts';
import { connect, type Database } from './connect.ts';
import { freshDatabase } from './fresh-database.ts';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;
let tenants = 0;

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgres'));
  database = connect(fresh.url);
});
afterAll(async () => {
  await database.destroy();
  await fresh.drop();
});

/** A municipality of its own for each test, all in one database: nothing of one is seen in another. */
async function makeWorld(): Promise<ServerWorld> {
  tenants += 1;
  const tenant = `T${tenants}`;
  await addTenant(database, { tenant, name: 'Granvik kommune', place: 'Granvik' }, NOW);
  return {
    log: createLog(database, tenant, () => undefined),
    feed: createFeed(database, tenant, { id: '', publicKey: '' }, () => NOW),
    addPerson: (member) => addMember(database, tenant, { ...member, subject: member.id }),
    addVault: async (vault) => {
      await registerVault(database, tenant, vault, NOW);
    },
    grant: async (file, person) => {
      await grantFile(database, tenant, file, person);
    },
    refused: 'a\u0000b',
  };
}

describeServerLog('PostgreSQL', makeWorld);
describeServerFeed('PostgreSQL', makeWorld);
