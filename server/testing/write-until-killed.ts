import pg from 'pg';
import { startEmbedded } from '../embedded/embedded.ts';

/** A server that says each number only after PostgreSQL has committed it, until it is killed. */
const { url, adopted } = await startEmbedded(process.argv[2] ?? '');
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query('create table if not exists said (n int primary key)');
process.stdout.write(`${adopted ? 'adopted' : 'started'}\n`);
const { rows } = await client.query<{ n: number }>('select coalesce(max(n), 0) as n from said');
for (let n = (rows[0]?.n ?? 0) + 1; ; n++) {
  await client.query('insert into said values ($1)', [n]);
  process.stdout.write(`${n}\n`);
}
