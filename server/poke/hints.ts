import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import type { Database } from '../database/connect.ts';

const CHANNEL = 'fotfeste';
const AGAIN_AFTER = 1_000;

/** Tells whoever listens, in every server process on this database, that a tenant has something to pull. */
export interface Hints {
  /** After a commit. Several at once become one. */
  announce(): void;
  /** Calls `hinted` until the answer is called. */
  listen(hinted: () => void): () => void;
  close(): Promise<void>;
}

/** `notify` runs on a connection of its own, outside any transaction: inside one it would hold a lock across all of PostgreSQL. */
export async function openHints(url: string, tenant: string): Promise<Hints> {
  const listeners = new Set<() => void>();
  const hint = () => {
    for (const listener of listeners) listener();
  };
  let isClosed = false;
  let isAnnouncing = false;
  let isWaiting = false;
  let client = await subscribe();

  async function subscribe(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString: url, keepAlive: true });
    made.on('notification', ({ payload }) => {
      if (payload === tenant) hint();
    });
    made.on('error', () => undefined); // 'end' follows
    await made.connect();
    await made.query(`listen ${CHANNEL}`);
    made.once('end', () => void subscribeAgain());
    return made;
  }

  async function subscribeAgain(): Promise<void> {
    while (!isClosed) {
      try {
        client = await subscribe();
        return hint(); // what happened meanwhile was not heard
      } catch {
        await pause(AGAIN_AFTER, undefined, { ref: false });
      }
    }
  }

  async function announceAll(): Promise<void> {
    isAnnouncing = true;
    while (isWaiting) {
      isWaiting = false;
      await client.query('select pg_notify($1, $2)', [CHANNEL, tenant]).catch(() => undefined);
    }
    isAnnouncing = false;
  }

  return {
    announce() {
      isWaiting = true;
      if (!isAnnouncing) void announceAll();
    },
    listen(hinted) {
      listeners.add(hinted);
      return () => listeners.delete(hinted);
    },
    async close() {
      isClosed = true;
      listeners.clear();
      await client.end().catch(() => undefined);
    },
  };
}

/** For a command beside the servers: what it committed is worth a pull. */
export async function hintOnce(database: Database, tenant: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${tenant})`.execute(database);
}
