import type { PullAnswer } from '../protocol/pull.ts';
import type { Batch } from '../sync/state.ts';
import { sealBlocks } from './blocks.ts';
import type { Cipher } from './cipher.ts';
import { type Connection, currentHead } from './connection.ts';
import { marksOf, NO_FILE } from './database.ts';

/** Stores one page of an unfinished pull where nobody reads it, with a mark that it is here. The server can send it again. */
export async function storePage(
  connection: Connection,
  cipher: Cipher,
  { id: batch, pages: page }: Batch,
  answer: PullAnswer,
): Promise<void> {
  const blocks = await sealBlocks(cipher, connection.vault, { ...answer, staff: answer.staff ?? null });
  await connection.run('relaxed', (database) =>
    database.transaction('rw', database.head, database.block, async () => {
      await currentHead(database);
      const isHere = await marksOf(database, batch)
        .filter((mark) => mark.page === page)
        .count();
      if (isHere > 0) return; // the first try was stored, and only its answer was lost
      const rows = blocks.map((block) => ({ ...block, batch, version: 0 }));
      await database.block.bulkAdd([...rows, { file: NO_FILE, batch, page, version: 0 }]);
    }),
  );
}

/** Deletes the pages of pulls that never reached the head. */
export async function sweep(connection: Connection): Promise<void> {
  await connection.run('relaxed', (database) =>
    database.transaction('rw', database.head, database.block, async () => {
      const { batches } = await currentHead(database);
      await database.block.where('batch').noneOf(batches).delete();
    }),
  );
}
