import type { ControlledTransaction } from 'kysely';
import type { Id } from '../../src/domain/record.ts';
import type { Loaded, LoadKeys, ServerLog, Transaction, VaultRow, Writes } from '../../src/sync/server-ports.ts';
import type { Database } from '../database/connect.ts';
import { asWriter, becomeWriter } from '../database/scope.ts';
import type { Tables } from '../database/tables.ts';
import { findVault, load } from './load.ts';
import { write } from './write.ts';

/** The log of one tenant in PostgreSQL. `announce` is what tells the readers after a commit. */
export function createLog(database: Database, tenant: string, announce: () => void): ServerLog {
  return {
    async vault(id: Id): Promise<VaultRow | null> {
      const found = await asWriter(database, tenant, (trx) => findVault(trx, tenant, id));
      if (!found) return null;
      const { role: _, ...vault } = found;
      return vault;
    },
    async begin(): Promise<Transaction> {
      const trx = await database.startTransaction().execute();
      await becomeWriter(trx, tenant);
      return new PostgresTransaction(trx, tenant);
    },
    announce,
  };
}

class PostgresTransaction implements Transaction {
  private readonly trx: ControlledTransaction<Tables>;
  private readonly tenant: string;

  constructor(trx: ControlledTransaction<Tables>, tenant: string) {
    this.trx = trx;
    this.tenant = tenant;
  }

  load(keys: LoadKeys): Promise<Loaded | null> {
    return load(this.trx, this.tenant, keys);
  }

  write(writes: Writes): Promise<void> {
    return write(this.trx, this.tenant, writes);
  }

  async commit(): Promise<void> {
    await this.trx.commit().execute();
  }

  /** Where the connection is gone PostgreSQL has done it already, and why it went is what the caller throws on. */
  async rollback(): Promise<void> {
    if (this.trx.isCommitted || this.trx.isRolledBack) return;
    await this.trx
      .rollback()
      .execute()
      .catch(() => undefined);
  }
}
