import { Dexie } from 'dexie';
import type { Id } from '../domain/record.ts';
import { foldBlocks, sealBlock, visible } from './blocks.ts';
import type { Cipher } from './cipher.ts';
import { type Connection, currentHead } from './connection.ts';
import { type BlockRow, hasBlocks, marksOf, type VaultDatabase } from './database.ts';
import { grouped } from './grouped.ts';

/** Deltas of one compartment that are cheaper to read than to fold. */
const FEW = 8;

/** Files with a compartment of more than a few rows. Reads no row, only an index. */
export function crowdedFiles(connection: Connection): Promise<Id[]> {
  return connection.run('relaxed', async ({ block }) => {
    const keys = (await block.orderBy('[file+part]').keys()) as unknown as [Id, string][];
    const names = keys.map((key) => key.join());
    const crowded = keys.filter((_, index) => names[index] === names[index + FEW]).map(([file]) => file);
    return [...new Set(crowded)];
  });
}

/**
 * Folds what is visible of one file into one base for each compartment. A base names the highest version it holds, so a tab
 * reads it again only if it lacks something in it; head stays as it is. Where another writer touched the rows meanwhile
 * (a removal, another tab folding) nothing is written. Returns whether anything was.
 */
export async function compact(connection: Connection, cipher: Cipher, file: Id): Promise<boolean> {
  const rows = await connection.run('relaxed', (database) =>
    database.transaction('r', database.head, database.block, () => visibleOf(database, file)),
  );
  const parts = grouped(rows, (row) => row.part).filter((part) => part.length > 1);
  const bases = await Promise.all(parts.map((part) => baseOf(connection, cipher, part)));
  const folded = parts.flat();

  if (folded.length === 0) return false;

  return connection.run('relaxed', (database) =>
    database.transaction('rw', database.head, database.block, async () => {
      await currentHead(database);
      const ids = folded.map((row) => row.id!);
      if ((await database.block.bulkGet(ids)).includes(undefined)) return false;
      await database.block.bulkDelete(ids);
      await database.block.bulkAdd(bases);
      await dropEmptied(database, folded);
      return true;
    }),
  );
}

async function visibleOf(database: VaultDatabase, file: Id): Promise<BlockRow[]> {
  const { batches } = await currentHead(database);
  const rows = await database.block.where('[file+part]').between([file, Dexie.minKey], [file, Dexie.maxKey]).toArray();
  const marks = await Promise.all(batches.map((batch) => marksOf(database, batch).toArray()));
  return visible([...rows, ...marks.flat()], batches);
}

async function baseOf({ vault }: Connection, cipher: Cipher, rows: BlockRow[]): Promise<BlockRow> {
  const { file, part, version } = rows.at(-1)!;
  return { ...(await sealBlock(cipher, vault, file, part, await foldBlocks(cipher, vault, rows))), version };
}

/** A batch whose last block was folded needs its marks no longer; the next append drops its name. */
async function dropEmptied(database: VaultDatabase, folded: BlockRow[]): Promise<void> {
  const batches = new Set(folded.map((row) => row.batch).filter((batch) => batch !== undefined));
  for (const batch of batches) {
    if (!(await hasBlocks(database, batch))) await marksOf(database, batch).delete();
  }
}
