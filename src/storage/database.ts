import { type Collection, Dexie, type Table } from 'dexie';
import type { Compartment, Id } from '../domain/record.ts';
import type { Envelope } from '../protocol/envelope.ts';
import type { Outcome } from '../protocol/send.ts';
import type { Head } from '../sync/state.ts';

/** What this version of the app writes. A database with a higher one is left alone until the page is reloaded. */
export const FORMAT = 1;

export type Bytes = Uint8Array<ArrayBuffer>;

/** The one row in clear, under the key HEAD. */
export interface HeadRow extends Head {
  format: number;
}
export const HEAD = 'head';

/** One saved change: sealed to the municipality, and once more under the vault's key for its author. */
export interface OutboxRow {
  counter: number;
  /** The head's version that wrote it. */
  version: number;
  envelope: Envelope;
  own: Bytes;
  outcome: Outcome | null;
  /** There until an answer has named it, so that what waits is counted without a key and without a walk. */
  waiting?: 1;
}

/** One file's one compartment as a pull brought it, or as folded since; or what belongs to the vault itself. */
export interface BlockRow {
  id?: number;
  /** The vault's own id where the part is its own. */
  file: Id;
  part: Part;
  /** The head's version that made it readable. */
  version: number;
  /** The pull of several pages it came with, readable when head names it; its marks then hold the version. */
  batch?: string;
  sealed: Bytes;
}
export type Part = Compartment | 'staff' | 'quarantine';

/** Stands before every file's id in an index. */
export const NO_FILE = '';

/** Says that a page of a pull is here, also where it brought nothing. In the same store as the page's blocks. */
export interface PageMark {
  id?: number;
  file: typeof NO_FILE;
  batch: string;
  page: number;
  /** The head's version that named the batch; 0 while it is unseen. */
  version: number;
}

export interface DraftRow {
  id: string;
  file: Id;
  sealed: Bytes;
}

const PREFIX = 'fotfeste-';
/** Other databases of the app share the prefix, and are none of a vault's business. */
const VAULT_NAME = /^fotfeste-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type Durability = 'strict' | 'relaxed';

/** The five stores of one vault: ids, counts and outcomes in clear, everything personal as ciphertext. */
export class VaultDatabase extends Dexie {
  declare head: Table<HeadRow, string>;
  declare key: Table<object, string>;
  declare outbox: Table<OutboxRow, number>;
  declare block: Table<BlockRow | PageMark, number>;
  declare draft: Table<DraftRow, string>;

  constructor(vault: Id, durability: Durability) {
    super(PREFIX + vault, { chromeTransactionDurability: durability, cache: 'disabled' });
    this.version(FORMAT).stores({
      head: '',
      key: '',
      outbox: 'counter, waiting',
      block: '++id, version, batch, [batch+file], [file+part]',
      draft: 'id, file',
    });
  }
}

/** The marks of a batch, found without reading a block. */
export function marksOf({ block }: VaultDatabase, batch: string): Collection<PageMark, number> {
  return block.where('[batch+file]').equals([batch, NO_FILE]) as Collection<PageMark, number>;
}

/** True where a batch has blocks left. Asks for one key: counting walks them all. */
export async function hasBlocks({ block }: VaultDatabase, batch: string): Promise<boolean> {
  const blocks = block.where('[batch+file]').between([batch, NO_FILE], [batch, Dexie.maxKey], false);
  return (await blocks.limit(1).primaryKeys()).length > 0;
}

/** Vaults with a database on this tablet, made to the end or not. */
export async function vaultsHere(): Promise<Id[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => VAULT_NAME.test(name)).map((name) => name.slice(PREFIX.length));
}
