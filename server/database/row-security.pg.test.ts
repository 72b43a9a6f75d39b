import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { commit, id, NOW, person, record, type ServerWorld } from '../../test/contracts/server-world.ts';
import { addMember, addTenant, grantFile } from '../administration/administer.ts';
import { registerVault } from '../administration/vaults.ts';
import { createFeed } from '../feed/postgres-feed.ts';
import { createLog } from '../log/postgres-log.ts';
import { connect, type Database } from './connect.ts';
import { freshDatabase } from './fresh-database.ts';
import { asAuditor, asReader, asWriter, type InTransaction } from './scope.ts';

const ADVISER = person(1);
const FILE = id(21);

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;
let tables: string[];

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgres'));
  database = connect(fresh.url);
  tables = await asked<string>(
    `select relname as value from pg_class where relnamespace = 'fotfeste'::regnamespace and relkind = 'r'`,
  );
  for (const tenant of ['1111', '2222']) await fill(tenant);
});
afterAll(async () => {
  await database.destroy();
  await fresh.drop();
});

/** One person with a vault, a case with three compartments, a file of nobody's, a quarantined change. */
async function fill(tenant: string): Promise<void> {
  await addTenant(database, { tenant, name: tenant, place: '' }, NOW);
  await addMember(database, tenant, { ...ADVISER, subject: 'ingrid' });
  await registerVault(database, tenant, { id: id(11), person: ADVISER.id, signingKey: 'BA' }, NOW);
  const log = createLog(database, tenant, () => undefined);
  const world = { log, feed: createFeed(database, tenant, { id: '', publicKey: '' }, () => NOW) } as ServerWorld;
  const records = [record(31, FILE, 'a'), record(32, FILE, 'b', 'health'), record(33, id(22), 'c')];
  await commit(world, id(11), { records, quarantine: 1 });
  await grantFile(database, tenant, FILE, ADVISER.id);
}

async function asked<T>(query: string): Promise<T[]> {
  const { rows } = await sql.raw<{ value: T }>(query).execute(database);
  return rows.map((row) => row.value);
}

function count(trx: InTransaction | Database, table: string): Promise<number> {
  return sql
    .raw<{ n: number }>(`select count(*) as n from ${table}`)
    .execute(trx)
    .then(({ rows }) => rows[0]?.n ?? -1);
}

const reader = (compartments: string[], tenant = '1111') => ({ tenant, person: ADVISER.id, compartments }) as never;

describe('row-level security, as PostgreSQL tells it', () => {
  test('is enabled and forced on every table, each with policies and leading with tenant', async () => {
    expect(tables).toHaveLength(9);
    expect(
      await asked(`select relname as value from pg_class where relnamespace = 'fotfeste'::regnamespace and relkind = 'r'
      and not (relrowsecurity and relforcerowsecurity)`),
    ).toEqual([]);
    const held = await asked<string>(
      `select distinct tablename as value from pg_policies where schemaname = 'fotfeste'`,
    );
    expect(held.sort()).toEqual([...tables].sort());
    const leading =
      await asked<string>(`select attname as value from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'fotfeste'::regnamespace and c.relkind = 'r' and a.attnum = 1`);
    expect(new Set(leading)).toEqual(new Set(['tenant']));
  });

  test('binds roles that are neither superuser nor owner and cannot pass it', async () => {
    const roles = `select rolname as value from pg_roles where rolname in ('fotfeste_reader', 'fotfeste_writer', 'fotfeste_auditor')`;
    expect(await asked(roles)).toHaveLength(3);
    expect(
      await asked(`${roles} and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)`),
    ).toEqual([]);
    const owners = await asked<string>(`select distinct pg_get_userbyid(relowner) as value from pg_class
      where relnamespace = 'fotfeste'::regnamespace`);
    expect(owners).toEqual(['fotfeste_owner']);
    expect(
      await asked(
        `select rolname as value from pg_roles where rolname = 'fotfeste_owner' and (rolsuper or rolbypassrls)`,
      ),
    ).toEqual([]);
    expect(await asked('select current_user as value')).toEqual(['fotfeste_reader']);
  });

  test('the report views run as whoever asks', async () => {
    const views = await asked<boolean>(`select 'security_invoker=true' = any (reloptions) as value from pg_class
      where relnamespace = 'fotfeste'::regnamespace and relkind = 'v'`);
    expect(views.length).toBeGreaterThan(4);
    expect(views).not.toContain(false);
  });
});

describe('row-level security, tried', () => {
  test('a connection that has named no tenant sees no row of any table', async () => {
    for (const table of tables.filter((name) => !['session', 'staff', 'change_log'].includes(name))) {
      expect([table, await count(database, table)]).toEqual([table, 0]);
    }
    const asRole = (role: string, table: string) =>
      database.transaction().execute(async (trx) => {
        await sql`select set_config('role', ${role}, true)`.execute(trx);
        return count(trx, table);
      });
    for (const table of tables) {
      expect([table, await asRole('fotfeste_writer', table)]).toEqual([table, 0]);
      expect([table, await asRole('fotfeste_owner', table)]).toEqual([table, 0]);
      if (table !== 'tenant') expect([table, await asRole('fotfeste_auditor', table)]).toEqual([table, 0]);
    }
    expect(await asRole('fotfeste_auditor', 'tenant')).toBeGreaterThan(1); // to find them; the one exception
  });

  test('a reader sees granted files and readable compartments, whatever the query says', async () => {
    const records = (compartments: string[]) => asReader(database, reader(compartments), (trx) => count(trx, 'record'));
    expect(await records(['language', 'health'])).toBe(2);
    expect(await records(['language'])).toBe(1);
    expect(await records([])).toBe(0);
    expect(await asReader(database, reader(['language', 'health']), (trx) => count(trx, 'report_goal'))).toBe(2);
  });

  test('a tenant sees nothing of another, and cannot write there', async () => {
    const total = await asWriter(database, '1111', (trx) => count(trx, 'record'));
    expect(total).toBe(3);
    const foreign = asWriter(database, '1111', (trx) =>
      trx
        .insertInto('session')
        .values({ tenant: '2222', token_hash: 'x', person: ADVISER.id, expires_at: NOW })
        .execute(),
    );
    await expect(foreign).rejects.toThrow('row-level security');
    const stolen = await asWriter(database, '1111', (trx) =>
      trx.updateTable('tenant').set({ seq: 0 }).where('tenant', '=', '2222').executeTakeFirst(),
    );
    expect(stolen.numUpdatedRows).toBe(0n);
  });

  test.each([
    'update change_log set outcome = outcome',
    'delete from change_log',
    'truncate change_log',
    'delete from record',
    'update file_grant set seq = 0',
    'delete from quarantine',
  ])('no request may %s', async (statement) => {
    await expect(asWriter(database, '1111', (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(
      'permission denied',
    );
  });

  test('an audit reads all of one tenant and writes nothing', async () => {
    expect(await asAuditor(database, '2222', (trx) => count(trx, 'change_log'))).toBe(4);
    const write = asAuditor(database, '2222', (trx) => trx.updateTable('tenant').set({ seq: 0 }).execute());
    await expect(write).rejects.toThrow('permission denied');
  });

  test('a reader cannot read what signs others in', async () => {
    await expect(asReader(database, reader([]), (trx) => count(trx, 'session'))).rejects.toThrow('permission denied');
  });
});
