import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import type { Database } from './connect.ts';
import { tables } from './migrations/001-tables.ts';
import { rowSecurity } from './migrations/002-row-security.ts';
import { reportViews } from './migrations/003-report-views.ts';
import { makeRoles, OWNER, REQUEST_ROLES } from './roles.ts';

/** Forward only: a migration that has run anywhere is never edited. */
const migrations = {
  '001-tables': tables,
  '002-row-security': rowSecurity,
  '003-report-views': reportViews,
};

const OLDEST_VERSION = 150_000;

/**
 * Brings the database to the newest form, or leaves it as it was. Safe to run from several processes at once.
 * `login` is the one requests will come as, where that is not the user of `url`. Throws Refusal.
 */
export async function migrate(url: string, login: string | null = null): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('fotfeste migration'))`);
    await refuseOld(client);
    await makeRoles(client, login);
    await makeSchemas(client);
    await runMigrations(url);
  } finally {
    await client.end();
  }
}

/** True where every migration this server knows has run. */
export async function isMigrated(database: Database): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from fotfeste_migration.kysely_migration`.execute(database);
  return Object.keys(migrations).every((name) => rows.some((row) => row.name === name));
}

async function makeSchemas(client: pg.Client): Promise<void> {
  for (const schema of ['fotfeste', 'fotfeste_migration']) {
    await client.query(`create schema if not exists ${schema} authorization ${OWNER}`);
    await client.query(`grant usage on schema ${schema} to ${REQUEST_ROLES.join(', ')}`);
  }
}

async function runMigrations(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1, options: `-c role=${OWNER} -c search_path=fotfeste` });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: 'fotfeste_migration',
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    await sql`grant select on fotfeste_migration.kysely_migration to fotfeste_reader`.execute(db);
  } finally {
    await db.destroy();
  }
}

async function refuseOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
  if (Number(rows[0]?.version) >= OLDEST_VERSION) return;
  throw new Refusal('Fotfeste needs PostgreSQL 15 or newer; DATABASE_URL points to an older one. Nothing was changed.');
}
