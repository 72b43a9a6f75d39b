import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import { findBinaries } from './binaries.ts';
import {
  type Cluster,
  lastWords,
  makeCluster,
  runningPostmaster,
  SUPERUSER,
  spawnPostmaster,
  wasKilled,
} from './cluster.ts';
import { lockFolder, lockHolder } from './folder-lock.ts';
import { freePort } from './free-port.ts';
import { untilGone } from './processes.ts';
import { chooseRunAs } from './system-user.ts';

/** A real PostgreSQL in a folder of ours. */
export interface Embedded {
  /** Of the superuser, on the database `postgres`. */
  url: string;
  /** True where a PostgreSQL that outlived a killed server was taken over as it stood. */
  adopted: boolean;
  /** Lets open transactions be cut, writes everything down and ends. */
  stop(): Promise<void>;
}

const LONGEST_START = 60_000; // after a crash it first reads its own log again
const LONGEST_STOP = 30_000;
const MOST_TRIES = 15;

/**
 * Starts PostgreSQL in `dataDir`, or takes over the one a killed server left there. Every commit that was answered
 * is there. Throws Refusal where the folder is in use or PostgreSQL cannot run here.
 */
export async function startEmbedded(dataDir: string, { mustExist = false } = {}): Promise<Embedded> {
  const folder = resolve(dataDir);
  if (mustExist && !existsSync(join(folder, 'postgres'))) {
    throw new Refusal(`There is no database in ${folder}. Name its folder with --data, or set DATABASE_URL.`);
  }
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711); // PostgreSQL's own account must get through; everything inside is closed by itself
  }
  const lock = lockFolder(folder);
  try {
    const password = keepPassword(join(folder, 'postgres.password'));
    const cluster = openCluster(folder);
    makeCluster(cluster, password);
    const adopted = await adopt(cluster, password);
    const { pid, port } = adopted ?? (await launchAfterCrash(cluster, password));
    return {
      url: urlOf(port, password),
      adopted: adopted !== null,
      stop: async () => {
        await end(pid, 'SIGINT');
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The database of a server that runs on this folder right now, for a command beside it; null where none runs. */
export function runningEmbedded(dataDir: string): { url: string } | null {
  const folder = resolve(dataDir);
  const passwordFile = join(folder, 'postgres.password');
  if (lockHolder(folder) === null || !existsSync(passwordFile)) return null;
  const running = runningPostmaster(openCluster(folder));
  return running && { url: urlOf(running.port, readFileSync(passwordFile, 'utf8')) };
}

function openCluster(folder: string): Cluster {
  const binaries = findBinaries();
  return {
    folder: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    binaries,
    runAs: chooseRunAs(binaries.postgres, folder),
  };
}

function keepPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function urlOf(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
}

async function adopt(cluster: Cluster, password: string): Promise<{ pid: number; port: number } | null> {
  const running = runningPostmaster(cluster);
  if (!running) return null;
  if (await answers(urlOf(running.port, password))) return running;
  await end(running.pid, 'SIGQUIT'); // it lives but does not answer; its log holds all that was committed
  return null;
}

/** What a killed PostgreSQL leaves, its pid not yet buried or its last workers still ending, holds the folder for a moment. */
async function launchAfterCrash(cluster: Cluster, password: string): Promise<{ pid: number; port: number }> {
  for (let tries = 1; ; tries++) {
    try {
      return await launch(cluster, password);
    } catch (error) {
      if (tries === MOST_TRIES || !wasKilled(cluster)) throw error;
      await pause(1_000);
    }
  }
}

async function launch(cluster: Cluster, password: string): Promise<{ pid: number; port: number }> {
  const port = await freePort();
  const child = spawnPostmaster(cluster, port);
  child.unref();
  let failure: Error | null = null;
  child.once('error', (error) => {
    failure = error;
  });
  for (let waited = 0; waited < LONGEST_START; waited += 50) {
    if (failure) throw failure;
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Refusal(`PostgreSQL did not start. It said:\n${lastWords(cluster)}`);
    }
    if (await answers(urlOf(port, password))) return { pid: child.pid ?? 0, port };
    await pause(50);
  }
  throw new Refusal(`PostgreSQL did not answer within a minute. It said:\n${lastWords(cluster)}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function end(pid: number, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
  if (!(await untilGone(pid, LONGEST_STOP))) process.kill(pid, 'SIGKILL');
}
