import { sql } from 'kysely';
import type { Rec } from '../../src/domain/record.ts';
import { type LogEntry, type QuarantineEntry, ValueRefused, type Writes } from '../../src/sync/server-ports.ts';
import type { InTransaction } from '../database/scope.ts';
import { chainAfter } from './log-chain.ts';

/** SQLSTATE classes of what lies in the value itself: data exceptions and broken constraints. */
const OF_THE_VALUE = /^(22|23)/;

/** All that one batch adds, one statement per table. Throws ValueRefused for a value that no attempt will put there. */
export async function write(trx: InTransaction, tenant: string, writes: Writes): Promise<void> {
  try {
    await writeAll(trx, tenant, writes);
  } catch (error) {
    const { code } = error as { code?: unknown };
    // Without the cause: PostgreSQL's message may quote what someone wrote.
    if (typeof code === 'string' && OF_THE_VALUE.test(code)) throw new ValueRefused(`SQLSTATE ${code}`);
    throw error;
  }
}

async function writeAll(trx: InTransaction, tenant: string, writes: Writes): Promise<void> {
  const head = await trx.selectFrom('tenant').select('chain').where('tenant', '=', tenant).executeTakeFirstOrThrow();
  const chain = await appendLog(trx, tenant, head.chain, writes.log);
  await trx.updateTable('tenant').set({ seq: writes.seq, chain }).where('tenant', '=', tenant).execute();
  const { id, ...vault } = writes.vault;
  await trx.updateTable('vault').set(vault).where('tenant', '=', tenant).where('id', '=', id).execute();
  if (writes.records.length > 0) await putRecords(trx, tenant, writes.records);
  if (writes.quarantine.length > 0) await putQuarantine(trx, tenant, writes.quarantine);
  if (writes.grants.length > 0) await putGrants(trx, tenant, writes.grants);
}

async function appendLog(trx: InTransaction, tenant: string, before: string, log: LogEntry[]): Promise<string> {
  let chain = before;
  const rows = log.map((entry) => {
    chain = chainAfter(chain, entry);
    return { ...entry, ...entry.header, ...bytesOf(entry.salted), chain };
  });
  await sql`insert into change_log
    (tenant, seq, change, vault, counter, author, previous, payload_hash, header_hash, signature, salt, payload,
     claimed_at, received_at, outcome, chain)
    select ${tenant}, seq, change, vault, counter, author, previous, "payloadHash", "headerHash", signature, salt,
      decode(payload, 'base64'), "claimedAt", "receivedAt", outcome, chain
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry
      (seq bigint, change uuid, vault uuid, counter bigint, author uuid, previous text, "payloadHash" text,
       "headerHash" text, signature text, salt text, payload text, "claimedAt" double precision, "receivedAt" bigint,
       outcome text, chain text)`.execute(trx);
  return chain;
}

/** As bytes, since a payload nobody could parse may hold what no jsonb takes. */
function bytesOf(salted: LogEntry['salted']): { salt: string; payload: string } | { salt: null; payload: null } {
  if (!salted) return { salt: null, payload: null };
  return { salt: salted.salt, payload: Buffer.from(salted.payload, 'utf8').toString('base64') };
}

/** A second wall behind the engine's own check: no write moves a record out of its file, compartment or type. */
async function putRecords(trx: InTransaction, tenant: string, records: Rec[]): Promise<void> {
  const { numAffectedRows } = await sql`insert into record (tenant, id, file, compartment, type, fields, seq)
    select ${tenant}, id, file, compartment, type, fields, seq
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as one
      (id uuid, file uuid, compartment text, type text, fields jsonb, seq bigint)
    on conflict (tenant, id) do update set fields = excluded.fields, seq = excluded.seq
    where record.file = excluded.file and record.compartment = excluded.compartment and record.type = excluded.type`.execute(
    trx,
  );
  if (numAffectedRows !== BigInt(records.length)) throw new ValueRefused('a record lies elsewhere');
}

async function putQuarantine(trx: InTransaction, tenant: string, entries: QuarantineEntry[]): Promise<void> {
  const rows = entries.map(({ seq, vault, counter, author, reason, change, envelope, receivedAt }) => ({
    tenant,
    seq,
    vault,
    counter,
    author,
    reason,
    change: change && JSON.stringify(change),
    envelope: envelope && JSON.stringify(envelope),
    received_at: receivedAt,
  }));
  await trx.insertInto('quarantine').values(rows).execute();
}

async function putGrants(trx: InTransaction, tenant: string, grants: Writes['grants']): Promise<void> {
  await trx
    .insertInto('file_grant')
    .values(grants.map((grant) => ({ tenant, ...grant })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
