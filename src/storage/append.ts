import type { SealedAppend } from '../sync/ports.ts';
import { sealBlocks } from './blocks.ts';
import { type Cipher, sealJson } from './cipher.ts';
import { type Connection, currentHead } from './connection.ts';
import { FORMAT, HEAD, hasBlocks, marksOf, type OutboxRow, type VaultDatabase } from './database.ts';

/**
 * Compare and append, in one transaction: all of it and the new head, or nothing. Everything is encrypted before, since a
 * transaction that waits for anything but the store commits itself. Returns after the transaction's `complete`.
 */
export async function append(
  connection: Connection,
  cipher: Cipher,
  wanted: SealedAppend,
): Promise<'appended' | 'stale' | 'dropped'> {
  const outbox = await sealOutbox(connection, cipher, wanted);
  const blocks = await sealBlocks(cipher, connection.vault, wanted);
  const { version } = wanted.head;

  return connection.run(wanted.durability, (database) =>
    database.transaction('rw', database.head, database.outbox, database.block, database.draft, async () => {
      const held = await currentHead(database);
      if (held.version !== wanted.expected) return 'stale';
      if (!(await nameBatch(database, wanted))) return 'dropped';
      await Promise.all([
        database.outbox.bulkAdd(outbox),
        database.outbox.where('counter').belowOrEqual(wanted.forget).delete(),
        database.block.bulkAdd(blocks.map((block) => ({ ...block, version }))),
        database.draft.bulkDelete(wanted.drafts),
      ]);
      const batches = await stillHolding(database, wanted.head.batches);
      await database.head.put({ ...wanted.head, batches, format: FORMAT }, HEAD);
      return 'appended';
    }),
  );
}

function sealOutbox({ vault }: Connection, cipher: Cipher, { envelopes, head }: SealedAppend): Promise<OutboxRow[]> {
  return Promise.all(
    envelopes.map(async ({ counter, envelope, payload }) => ({
      counter,
      version: head.version,
      envelope,
      own: await sealJson(cipher, `${vault}/outbox/${counter}`, payload),
      outcome: null,
      waiting: 1,
    })),
  );
}

/** Marks the batch's pages as readable from this version on, if every one of them is here. */
async function nameBatch(database: VaultDatabase, { batch, head }: SealedAppend): Promise<boolean> {
  if (batch === null) return true;
  return (await marksOf(database, batch.id).modify({ version: head.version })) === batch.pages;
}

/** Names of pulls whose rows have all been folded are no longer needed; a pull that brought nothing needs none. */
async function stillHolding(database: VaultDatabase, named: string[]): Promise<string[]> {
  const held = await Promise.all(named.map((batch) => hasBlocks(database, batch)));
  return named.filter((_, index) => held[index]);
}
