import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { findBinaries } from './binaries.ts';
import { runningEmbedded, startEmbedded } from './embedded.ts';
import { isAlive, untilGone } from './processes.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fotfeste-embedded-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  const postmaster = postmasterPid();
  if (postmaster && isAlive(postmaster)) {
    process.kill(postmaster, 'SIGQUIT');
    await untilGone(postmaster, 10_000);
  }
  rmSync(folder, { recursive: true, force: true });
});

function postmasterPid(): number | null {
  try {
    return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

/** Lets a writer commit `most` times, kills it with SIGKILL, and answers how it began and the last number it said. */
async function writeAndKill(most: number): Promise<{ began: string; last: number }> {
  const script = fileURLToPath(new URL('../testing/write-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const ended = new Promise((resolve) => child.once('close', resolve));
  let began = '';
  let last = 0;
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (began) last = Number(line);
    else began = line;
    said += 1;
    if (said === most) child.kill('SIGKILL');
  }
  await ended;
  return { began, last };
}

async function count(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: string }>('select count(*) as n from said');
  await client.end();
  return Number(rows[0]?.n);
}

test('what was committed is there after kill -9 of the server: the next takes over its PostgreSQL', async () => {
  const first = await writeAndKill(40);
  const second = await writeAndKill(25);
  expect([first.began, second.began]).toEqual(['started', 'adopted']);
  const third = await startEmbedded(folder);
  expect(third.adopted).toBe(true);
  expect(await count(third.url)).toBeGreaterThanOrEqual(second.last);
  await third.stop();
});

test('what was committed is there after kill -9 of both: the next starts PostgreSQL anew', async () => {
  const { last } = await writeAndKill(60);
  const postmaster = postmasterPid() ?? 0;
  process.kill(postmaster, 'SIGKILL');
  await untilGone(postmaster, 10_000);
  const next = await startEmbedded(folder);
  expect(next.adopted).toBe(false);
  expect(await count(next.url)).toBeGreaterThanOrEqual(last);
  await next.stop();
});

test('a second start on the same folder is refused with a sentence, and the first goes on', async () => {
  const first = await startEmbedded(folder);
  await expect(startEmbedded(folder)).rejects.toThrow(Refusal);
  await expect(startEmbedded(folder)).rejects.toThrow('already in use by another Fotfeste server');
  expect(runningEmbedded(folder)?.url).toBe(first.url);
  await first.stop();
  expect(runningEmbedded(folder)).toBeNull();
});

test('stopping ends PostgreSQL, and fsync was on', async () => {
  const { url, stop } = await startEmbedded(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('show fsync');
  await client.end();
  expect(rows).toEqual([{ fsync: 'on' }]);
  const postmaster = postmasterPid() ?? 0;
  await stop();
  expect(isAlive(postmaster)).toBe(false);
});

test('a start that was killed while it made the folder is begun again', async () => {
  const { stop } = await startEmbedded(folder);
  await stop();
  rmSync(join(folder, 'postgres', 'PG_VERSION')); // as initdb leaves it in the middle
  renameSync(join(folder, 'postgres'), join(folder, 'postgres.unfinished'));
  const again = await startEmbedded(folder);
  await again.stop();
});

test('symlinks that npm did not make are made', () => {
  const { postgres } = findBinaries();
  const link = join(postgres, '..', '..', 'lib', 'libecpg.so');
  if (process.platform !== 'linux') return;
  unlinkSync(link);
  findBinaries();
  expect(readFileSync(link).length).toBeGreaterThan(0);
});
