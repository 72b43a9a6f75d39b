import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** True while the process runs, also where it belongs to someone else. One that only waits to be buried is gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return processState(pid)?.[0] !== 'Z';
}

/** What Linux says of when a process began, which no later process of the same number shares; null elsewhere. */
export function startedAt(pid: number): string | null {
  return processState(pid)?.[19] ?? null;
}

/** Waits until the process is gone; false when it still lives after `most` milliseconds. */
export async function untilGone(pid: number, most: number): Promise<boolean> {
  for (let waited = 0; waited < most; waited += 50) {
    if (!isAlive(pid)) return true;
    await pause(50);
  }
  return !isAlive(pid);
}

function processState(pid: number): string[] | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' '); // the name in parentheses may hold spaces
  } catch {
    return null;
  }
}
