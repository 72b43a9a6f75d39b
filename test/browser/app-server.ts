import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../server/embedded/free-port.ts';
import { endsWithUs } from './our-processes.ts';

/** The app's server as a user starts it, in a process of its own. */
export interface AppServer {
  url: string;
  port: number;
  pid: number;
  /** All it has printed and logged so far. */
  output(): string;
  /** SIGTERM; resolves when it has stopped and its port is free. */
  stop(): Promise<void>;
  /** SIGKILL to Node alone; the PostgreSQL it leaves running is for the next start on the same folder. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  data: string;
  /** A free one when left out. */
  port?: number;
  flags?: string[];
  env?: NodeJS.ProcessEnv;
}

const LONGEST_START = 4 * 60_000; // a first start builds the app and fills the demo municipality

/** Starts the server on a data folder and waits until it says that it is ready. Throws with its own words if it ends. */
export async function startAppServer({ data, port: wanted, flags = [], env }: ServerOptions): Promise<AppServer> {
  const port = wanted ?? (await freePort());
  const args = ['--import', 'tsx', 'server/start.ts', '--port', `${port}`, '--data', data, ...flags];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stopBy = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  child.once('close', endsWithUs(() => child.kill('SIGTERM')).hasEnded);
  const url = `http://localhost:${port}`;
  if (!(await Promise.race([untilReady(url), ended.then(() => false)]))) {
    child.kill('SIGTERM');
    throw new Error(`The server did not become ready. It said:\n${output}`);
  }
  return {
    url,
    port,
    pid: child.pid ?? 0,
    output: () => output,
    stop: () => stopBy('SIGTERM'),
    kill: () => stopBy('SIGKILL'),
  };
}

async function untilReady(url: string): Promise<boolean> {
  for (let waited = 0; waited < LONGEST_START; waited += 100) {
    if (await answers(`${url}/readyz`)) return true;
    await pause(100);
  }
  return false;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
