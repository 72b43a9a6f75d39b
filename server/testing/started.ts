import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const SERVER = resolve(import.meta.dirname, '..', 'start.ts');

/** `npm start`, as a process of its own. */
export interface Started {
  pid: number;
  /** All it said on either stream. */
  said(): string;
  /** Its exit code, or the signal it died of. */
  ended: Promise<number | NodeJS.Signals | null>;
  kill(signal: NodeJS.Signals): void;
}

/** Resolves when it says that it is ready, or has ended. */
export async function start(flags: string[], environment: Record<string, string> = {}): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', SERVER, ...flags], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | NodeJS.Signals | null>((done) => {
    child.once('close', (code, signal) => done(signal ?? code));
  });
  const ready = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk;
        if (said.includes('Fotfeste is ready')) done();
      });
    }
  });
  await Promise.race([ready, ended]);
  return { pid: child.pid ?? 0, said: () => said, ended, kill: (signal) => void child.kill(signal) };
}
