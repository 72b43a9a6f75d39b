import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { isAlive, startedAt } from './processes.ts';

interface Holder {
  pid: number;
  /** Tells a process from a later one that was given the same number; null where the system does not say. */
  startedAt: string | null;
}

/** One server per data folder. Held until released or until our process ends, however it ends. */
export interface FolderLock {
  release(): void;
}

/** Takes the folder, also from a holder that was killed. Throws Refusal, which names the living holder. */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'server.lock');
  const mine = JSON.stringify({ pid: process.pid, startedAt: startedAt(process.pid) } satisfies Holder);
  while (!tryCreate(path, mine)) {
    const text = read(path);
    if (text === null) continue;
    const holder = parse(text);
    if (holder && isHolding(holder)) throw folderInUse(folder, holder.pid);
    removeStale(path, text);
  }
  return { release: () => (read(path) === mine ? rmSync(path, { force: true }) : undefined) };
}

/** The process that holds the folder, or null. */
export function lockHolder(folder: string): number | null {
  const holder = parse(read(join(folder, 'server.lock')) ?? '');
  return holder && isHolding(holder) ? holder.pid : null;
}

/** What the second one to start on a folder is told. */
export function folderInUse(folder: string, pid: number): Refusal {
  return new Refusal(
    `The data folder ${folder} is already in use by another Fotfeste server (process ${pid}). ` +
      'Nothing was changed. Stop that one first, or choose another folder with --data.',
  );
}

function isHolding(holder: Holder): boolean {
  return isAlive(holder.pid) && startedAt(holder.pid) === holder.startedAt;
}

function tryCreate(path: string, text: string): boolean {
  const complete = `${path}.${process.pid}`;
  writeFileSync(complete, text);
  try {
    linkSync(complete, path); // appears whole or not at all
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(complete, { force: true });
  }
}

/** Two starts may find the same dead holder; whoever moved away a living one's lock by mistake puts it back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, path);
    } catch {
      // a third start has it
    }
  }
  rmSync(aside, { force: true });
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parse(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder;
    return Number.isInteger(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}
