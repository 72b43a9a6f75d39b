import { sql, type Transaction } from 'kysely';
import type { Compartment, Id } from '../../src/domain/record.ts';
import type { Database } from './connect.ts';
import type { Tables } from './tables.ts';

export type InTransaction = Transaction<Tables>;

/** Who reads: row-level security selects nothing but their files and these compartments, whatever the query says. */
export interface Reader {
  tenant: string;
  person: Id;
  compartments: readonly Compartment[];
}

/** One snapshot, read as one person. */
export function asReader<T>(database: Database, reader: Reader, read: (trx: InTransaction) => Promise<T>): Promise<T> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await sql`select set_config('role', 'fotfeste_reader', true),
        set_config('fotfeste.tenant', ${reader.tenant}, true),
        set_config('fotfeste.person', ${reader.person}, true),
        set_config('fotfeste.compartments', ${reader.compartments.join(',')}, true)`.execute(trx);
      return read(trx);
    });
}

/** Work on one tenant after the application's own check. */
export function asWriter<T>(database: Database, tenant: string, work: (trx: InTransaction) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (trx) => {
    await becomeWriter(trx, tenant);
    return work(trx);
  });
}

export async function becomeWriter(trx: InTransaction, tenant: string): Promise<void> {
  await sql`select set_config('role', 'fotfeste_writer', true), set_config('fotfeste.tenant', ${tenant}, true)`.execute(
    trx,
  );
}

/** One snapshot of everything of one tenant, for the audit; null lists the tenants. */
export function asAuditor<T>(
  database: Database,
  tenant: string | null,
  read: (trx: InTransaction) => Promise<T>,
): Promise<T> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await sql`select set_config('role', 'fotfeste_auditor', true),
        set_config('fotfeste.tenant', ${tenant ?? ''}, true)`.execute(trx);
      return read(trx);
    });
}
