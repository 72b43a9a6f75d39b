import { type ExpressionBuilder, sql } from 'kysely';
import type { Id, Rec } from '../../src/domain/record.ts';
import type { Loaded, LoadKeys, VaultRow } from '../../src/sync/server-ports.ts';
import type { InTransaction } from '../database/scope.ts';
import type { Tables } from '../database/tables.ts';

/** Locks the tenant's head row, then reads what deciding needs. Null: no such vault, or its person is no longer staff. */
export async function load(trx: InTransaction, tenant: string, keys: LoadKeys): Promise<Loaded | null> {
  const head = await trx
    .selectFrom('tenant')
    .select(['seq', 'epoch'])
    .where('tenant', '=', tenant)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const found = await findVault(trx, tenant, keys.vault);
  if (!found) return null;
  const { role, ...vault } = found;
  return {
    ...head,
    vault,
    role,
    known: await knownChanges(trx, tenant, keys.changes),
    heldHeaders: await heldHeaders(trx, tenant, keys.vault, keys.counters),
    records: await readRecords(trx, tenant, keys.records),
    files: await readFiles(trx, tenant, keys.files, vault.person),
  };
}

/** The vault and its person's role. */
export async function findVault(trx: InTransaction, tenant: string, id: Id) {
  const row = await trx
    .selectFrom('vault')
    .innerJoin('staff', (join) =>
      join.onRef('staff.tenant', '=', 'vault.tenant').onRef('staff.id', '=', 'vault.person'),
    )
    .select(['vault.id', 'person', 'signing_key', 'counter', 'chain', 'revoked_at', 'role'])
    .where('vault.tenant', '=', tenant)
    .where('vault.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { person, signing_key, counter, chain, revoked_at, role } = row;
  const vault: VaultRow = { id, person, signingKey: signing_key, counter, chain, revoked: revoked_at !== null };
  return { ...vault, role };
}

async function knownChanges(trx: InTransaction, tenant: string, changes: Id[]): Promise<Loaded['known']> {
  const rows = await trx
    .selectFrom('change_log')
    .select(['change', 'seq', 'outcome'])
    .where('tenant', '=', tenant)
    .where(isOneOf('change', 'uuid', changes))
    .execute();
  return new Map(rows.flatMap(({ change, ...rest }) => (change ? [[change, rest]] : [])));
}

async function heldHeaders(trx: InTransaction, tenant: string, vault: Id, counters: number[]) {
  const rows = await trx
    .selectFrom('change_log')
    .select(['counter', 'seq', 'outcome', 'header_hash as headerHash'])
    .where('tenant', '=', tenant)
    .where('vault', '=', vault)
    .where(isOneOf('counter', 'bigint', counters))
    .execute();
  return new Map(rows.map(({ counter, ...rest }) => [counter, rest]));
}

async function readRecords(trx: InTransaction, tenant: string, ids: Id[]): Promise<Map<Id, Rec>> {
  const rows = await trx
    .selectFrom('record')
    .select(['id', 'file', 'compartment', 'type', 'fields', 'seq'])
    .where('tenant', '=', tenant)
    .where(isOneOf('id', 'uuid', ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A file exists once anyone has been granted it: whoever creates a case is. */
async function readFiles(trx: InTransaction, tenant: string, files: Id[], person: Id): Promise<Loaded['files']> {
  const rows = await trx
    .selectFrom('file_grant')
    .select(({ fn }) => ['file', fn<boolean>('bool_or', [sql`person = ${person}`]).as('granted')])
    .where('tenant', '=', tenant)
    .where(isOneOf('file', 'uuid', files))
    .groupBy('file')
    .execute();
  return new Map(rows.map(({ file, granted }) => [file, { granted }]));
}

/** One array parameter, so that batches of every size share a prepared form. */
function isOneOf(column: string, type: 'uuid' | 'bigint', values: readonly (string | number)[]) {
  return (_: ExpressionBuilder<Tables, keyof Tables>) =>
    sql<boolean>`${sql.ref(column)} = any (${values}::${sql.raw(type)}[])`;
}
