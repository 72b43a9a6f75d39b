import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

const BIGINT = 20;

/** `bigint` as a number: seqs and milliseconds stay far below 2^53. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** What each connection starts as: a role that, before it has named a tenant, sees no row. */
const STARTS_AS = '-c role=fotfeste_reader -c search_path=fotfeste';

/** Connections for requests. `url` may be of any login that the migrations made a member of the roles. */
export function connect(url: string, most = 10, settings = ''): Database {
  const pool = new pg.Pool({ connectionString: url, max: most, types, options: `${STARTS_AS} ${settings}` });
  pool.on('error', () => undefined); // an idle connection was cut; the next query opens another
  pool.on('connect', (client) => client.on('error', () => undefined)); // one in use was cut; its query fails by itself
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
