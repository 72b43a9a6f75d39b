import type { Id } from '../domain/record.ts';
import { StoreFailure } from '../sync/ports.ts';
import { type Durability, FORMAT, HEAD, type HeadRow, VaultDatabase } from './database.ts';
import { failureOf } from './failures.ts';

/** A way to one vault's database that survives the browser closing it underneath. */
export interface Connection {
  vault: Id;
  /**
   * Does one transaction's work. Where the connection was lost it is opened again and the work done once more,
   * so the work must be harmless to do twice. Throws StoreFailure.
   */
  run<T>(durability: Durability, work: (database: VaultDatabase) => PromiseLike<T>): Promise<T>;
  close(): void;
}

export function connect(vault: Id): Connection {
  // Durability belongs to a Dexie instance, so there is one of each; both are ways to the same database.
  const databases = { strict: new VaultDatabase(vault, 'strict'), relaxed: new VaultDatabase(vault, 'relaxed') };
  let isClosed = false;

  async function run<T>(durability: Durability, work: (database: VaultDatabase) => PromiseLike<T>, triesLeft: number) {
    if (isClosed) throw new StoreFailure('closed');
    const database = databases[durability];
    try {
      await opened(database);
      return await work(database);
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== 'lost') throw failure ?? error;
      if (triesLeft === 0) throw new StoreFailure('closed');
      database.close();
      if (databases[durability] === database) databases[durability] = new VaultDatabase(vault, durability);
      return run(durability, work, triesLeft - 1);
    }
  }

  return {
    vault,
    run: (durability, work) => run(durability, work, 1),
    close() {
      isClosed = true;
      databases.strict.close();
      databases.relaxed.close();
    },
  };
}

/** Dexie passes over a connection lost while it reads what stores there are, and is then open without any. */
async function opened(database: VaultDatabase): Promise<void> {
  await database.open();
  if (database.core === undefined) throw new DOMException('No stores were found.', 'UnknownError');
}

/** The head as it stands in this transaction. Throws StoreFailure where there is none, or a newer app wrote it. */
export async function currentHead(database: VaultDatabase): Promise<HeadRow> {
  const head = await database.head.get(HEAD);
  if (head === undefined) throw new StoreFailure('missing');
  if (head.format > FORMAT) throw new StoreFailure('newerFormat');
  return head;
}
