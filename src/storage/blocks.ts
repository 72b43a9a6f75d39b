import type { Id, Rec } from '../domain/record.ts';
import type { Quarantined } from '../protocol/pull.ts';
import type { Staff } from '../sync/state.ts';
import { type Cipher, openJson, sealJson } from './cipher.ts';
import type { BlockRow, PageMark, Part } from './database.ts';
import { grouped } from './grouped.ts';

/** What a page of a pull brings, and what blocks hold. */
export interface Received {
  records: Rec[];
  quarantined: Quarantined[];
  staff: Staff | null;
}

type Block = Omit<BlockRow, 'version' | 'batch'>;

/** One sealed block for each file's each compartment, and for what is the vault's own. */
export function sealBlocks(cipher: Cipher, vault: Id, received: Received): Promise<Block[]> {
  const blocks = byCompartment(received.records);
  if (received.quarantined.length > 0) blocks.push({ file: vault, part: 'quarantine', content: received.quarantined });
  if (received.staff !== null) blocks.push({ file: vault, part: 'staff', content: [received.staff] });
  return Promise.all(blocks.map((block) => sealBlock(cipher, vault, block.file, block.part, block.content)));
}

export async function sealBlock(cipher: Cipher, vault: Id, file: Id, part: Part, content: unknown[]): Promise<Block> {
  return { file, part, sealed: await sealJson(cipher, place(vault, file, part), content) };
}

/** What the blocks hold together: of each record and each quarantined change the one with the higher seq, of the directory the last. */
export async function openBlocks(cipher: Cipher, vault: Id, rows: BlockRow[]): Promise<Received> {
  const opened = await Promise.all(rows.map(async (row) => ({ row, content: await openBlock(cipher, vault, row) })));
  const contentOf = (fits: (part: Part) => boolean) =>
    opened.filter(({ row }) => fits(row.part)).flatMap(({ content }) => content);
  return {
    records: newest(contentOf((part) => part !== 'quarantine' && part !== 'staff') as Rec[], (record) => record.id),
    quarantined: newest(contentOf((part) => part === 'quarantine') as Quarantined[], quarantinedName),
    staff: (contentOf((part) => part === 'staff') as Staff[]).at(-1) ?? null,
  };
}

/** One content for what several blocks of the same part hold, oldest first. */
export async function foldBlocks(cipher: Cipher, vault: Id, rows: BlockRow[]): Promise<unknown[]> {
  const { records, quarantined, staff } = await openBlocks(cipher, vault, rows);
  return [...records, ...quarantined, ...(staff ? [staff] : [])];
}

/** Rows that may be read, oldest first, each with the version that made it readable. */
export function visible(rows: (BlockRow | PageMark)[], named: string[]): BlockRow[] {
  const namedAt = new Map(rows.filter(isMark).map((mark) => [mark.batch, mark.version]));
  return rows
    .filter((row): row is BlockRow => !isMark(row) && (row.batch === undefined || named.includes(row.batch)))
    .map((row) => (row.batch === undefined ? row : { ...row, version: namedAt.get(row.batch) ?? row.version }))
    .sort((a, b) => a.version - b.version || (a.id ?? 0) - (b.id ?? 0));
}

export function isMark(row: BlockRow | PageMark): row is PageMark {
  return 'page' in row;
}

function openBlock(cipher: Cipher, vault: Id, row: BlockRow): Promise<unknown[]> {
  return openJson(cipher, place(vault, row.file, row.part), row.sealed);
}

function place(vault: Id, file: Id, part: Part): string {
  return `${vault}/block/${file}/${part}`;
}

function byCompartment(records: Rec[]): { file: Id; part: Part; content: unknown[] }[] {
  return grouped(records, (record) => `${record.file}/${record.compartment}`).map((content) => ({
    file: content[0]!.file,
    part: content[0]!.compartment,
    content,
  }));
}

function newest<T extends { seq: number }>(all: T[], name: (one: T) => string): T[] {
  const standing = new Map<string, T>();
  for (const one of all) {
    const held = standing.get(name(one));
    if (held === undefined || one.seq >= held.seq) standing.set(name(one), one);
  }
  return [...standing.values()];
}

function quarantinedName(one: Quarantined): string {
  return `${one.vault}/${one.counter}`;
}
