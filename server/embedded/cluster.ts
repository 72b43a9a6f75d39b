import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import type { Binaries } from './binaries.ts';
import { isAlive } from './processes.ts';
import { giveTo, type RunAs } from './system-user.ts';

export const SUPERUSER = 'postgres';

/** One folder of PostgreSQL's own, and how to run its programs there. */
export interface Cluster {
  folder: string;
  logFile: string;
  binaries: Binaries;
  runAs: RunAs;
}

/** A PostgreSQL that holds the folder, as it says itself in postmaster.pid; null where none does. */
export function runningPostmaster(cluster: Cluster): { pid: number; port: number } | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && isAlive(pid) && isPostgres(pid) ? { pid, port } : null;
}

/** True where PostgreSQL ended without putting its folder in order. */
export function wasKilled(cluster: Cluster): boolean {
  return existsSync(join(cluster.folder, 'postmaster.pid'));
}

/** After a restart of the machine the number in postmaster.pid may be anyone's. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return !existsSync('/proc/self');
  }
}

/** Makes the folder once. It gets its name only when complete, so that a start that was killed is begun again. */
export function makeCluster(cluster: Cluster, password: string): void {
  if (existsSync(cluster.folder)) return;
  const unfinished = `${cluster.folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(cluster.runAs, unfinished);
  const passwordFile = `${cluster.folder}.initdb-password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(cluster.runAs, passwordFile);
  const { status, stderr } = spawnSync(
    ...command(cluster, cluster.binaries.initdb, [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]),
    { ...cluster.runAs.ids, encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw new Refusal(`PostgreSQL could not make its folder ${cluster.folder}: ${stderr}`);
  renameSync(unfinished, cluster.folder);
}

/** Starts PostgreSQL in a process group of its own, so that Ctrl-C reaches us first. It outlives us if we are killed. */
export function spawnPostmaster(cluster: Cluster, port: number): ChildProcess {
  const log = openSync(cluster.logFile, 'a', 0o600);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_statement: 'none',
    // a refused statement would carry someone's data into the log
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, args] = command(cluster, cluster.binaries.postgres, [
    '-D',
    cluster.folder,
    '-p',
    `${port}`,
    ...flags,
  ]);
  return spawn(program, args, { ...cluster.runAs.ids, detached: true, stdio: ['ignore', log, log] });
}

/** The last lines PostgreSQL wrote, for a sentence about why it did not start. */
export function lastWords(cluster: Cluster): string {
  return readFileSync(cluster.logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
}

function command(cluster: Cluster, program: string, args: string[]): [string, string[]] {
  const [first = program, ...rest] = [...cluster.runAs.prefix, program, ...args];
  return [first, rest];
}
