import type { Payload } from '../protocol/envelope.ts';
import type { Contents } from '../sync/ports.ts';
import type { Head, News, Pending } from '../sync/state.ts';
import { isMark, openBlocks, visible } from './blocks.ts';
import { type Cipher, openJson } from './cipher.ts';
import { type Connection, currentHead } from './connection.ts';
import type { BlockRow, HeadRow, OutboxRow, PageMark, VaultDatabase } from './database.ts';

interface Rows {
  head: HeadRow;
  outbox: OutboxRow[];
  blocks: (BlockRow | PageMark)[];
}

/** All that is visible, as it stood at one moment, decrypted after. */
export function readAll(connection: Connection, cipher: Cipher): Promise<Contents> {
  return read(connection, cipher, async (database, head) => ({
    head,
    outbox: await unreceived(database, head).toArray(),
    blocks: await database.block.toArray(),
  }));
}

/** What others wrote after `version`, with every unreceived change that has an outcome. */
export function readSince(connection: Connection, cipher: Cipher, version: number): Promise<News> {
  return read(connection, cipher, async (database, head) => {
    const fresh = await database.block.where('version').above(version).toArray();
    const batches = [...new Set(fresh.filter(isMark).map((mark) => mark.batch))];
    const batched = await database.block.where('batch').anyOf(batches).toArray();
    const outbox = await unreceived(database, head).toArray();
    return {
      head,
      outbox: outbox.filter((row) => row.version > version || row.outcome !== null),
      blocks: [...fresh.filter((row) => !isMark(row)), ...batched],
    };
  });
}

/** One read-only transaction, so that head and rows belong together. */
async function read(
  connection: Connection,
  cipher: Cipher,
  select: (database: VaultDatabase, head: HeadRow) => Promise<Rows>,
): Promise<Contents & News> {
  const { head, outbox, blocks } = await connection.run('relaxed', (database) =>
    database.transaction('r', database.head, database.outbox, database.block, async () =>
      select(database, await currentHead(database)),
    ),
  );
  const [pending, received] = await Promise.all([
    Promise.all(outbox.map((row) => openPending(connection, cipher, row))),
    openBlocks(cipher, connection.vault, visible(blocks, head.batches)),
  ]);
  return { head: withoutFormat(head), pending, ...received };
}

function unreceived({ outbox }: VaultDatabase, head: Head) {
  return outbox.where('counter').above(head.received);
}

async function openPending({ vault }: Connection, cipher: Cipher, row: OutboxRow): Promise<Pending> {
  const { counter, outcome } = row;
  const payload = await openJson<Payload>(cipher, `${vault}/outbox/${counter}`, row.own);
  return { counter, change: payload.change, claimedAt: payload.claimedAt, outcome };
}

function withoutFormat({ format: _format, ...head }: HeadRow): Head {
  return head;
}
