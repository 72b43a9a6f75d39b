import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Config } from './config.ts';
import { migrate } from './database/migrate.ts';
import { startEmbedded } from './embedded/embedded.ts';
import { Refusal } from './refusal.ts';

const DATABASE = 'fotfeste';
const LOGIN = 'fotfeste_login';

export interface OpenDatabase {
  /** For requests: a login that owns nothing, where the database is ours to say. */
  url: string;
  stop(): Promise<void>;
}

/** The database of this configuration, running and in its newest form. Throws Refusal. */
export async function openDatabase(config: Pick<Config, 'data' | 'database'>): Promise<OpenDatabase> {
  if (config.database) return openExisting(config.database);
  const embedded = await startEmbedded(config.data);
  try {
    const owner = await makeDatabase(embedded.url);
    const login = await makeLogin(owner);
    await migrate(owner, LOGIN);
    return { url: login, stop: embedded.stop };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Of an embedded PostgreSQL, ours among its databases. */
export function databaseUrl(superuserUrl: string): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${DATABASE}`;
  return url.href;
}

async function openExisting({ url, ownerUrl }: NonNullable<Config['database']>): Promise<OpenDatabase> {
  const login = ownerUrl === url ? null : decodeURIComponent(new URL(url).username);
  try {
    await migrate(ownerUrl, login);
  } catch (error) {
    const { code } = error as { code?: string };
    if (error instanceof Refusal || !code) throw error;
    throw new Refusal(
      `The database of DATABASE_URL could not be opened (${code}). Check its address, user and password. Nothing was changed.`,
    );
  }
  return { url, stop: async () => undefined };
}

async function makeDatabase(superuserUrl: string): Promise<string> {
  await withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
  return databaseUrl(superuserUrl);
}

/** Its password is new at each start and known to this process only. */
async function makeLogin(url: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [LOGIN]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${LOGIN} login noinherit nosuperuser nobypassrls password '${password}'`);
  });
  const login = new URL(url);
  login.username = LOGIN;
  login.password = password;
  return login.href;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
