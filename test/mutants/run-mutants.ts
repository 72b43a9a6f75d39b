import { execFile } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleWorker } from '../simulation/bundle.ts';
import { runAll } from '../simulation/farm.ts';
import { type Mutant, mutants } from './table.ts';

/** A mutant that survives this many schedules counts as not caught. */
const MOST_SCHEDULES = 5_000;

const SOURCES = ['src/domain', 'src/protocol', 'src/sync', 'test/simulation'];

/** Runs the simulator against each mutant until it is caught. 0 where all were; the last line says how soon. */
export async function runMutants(root: string, folder: string, say: (lines: string[]) => void): Promise<number> {
  const needed: number[] = [];
  for (const mutant of mutants) {
    const caught = await hunt(root, join(folder, mutant.patch), mutant);
    if (caught) needed.push(caught.schedules);
    const how = caught ? `caught after ${caught.schedules} schedules: ${caught.message}` : 'NOT CAUGHT';
    say([`${mutant.patch} [${mutant.rule}] ${mutant.what}: ${how}`]);
  }
  say([`mutants caught ${needed.length}/${mutants.length} median ${median(needed)} schedules`]);
  return needed.length === mutants.length ? 0 : 1;
}

async function hunt(
  root: string,
  folder: string,
  mutant: Mutant,
): Promise<{ schedules: number; message: string } | null> {
  await copyOf(root, folder);
  await mutate(root, folder, mutant.patch);
  const { violations } = await runAll(await bundleWorker(folder, folder), 1, MOST_SCHEDULES, true);
  const [first] = violations;
  return first ? { schedules: first.seed, message: first.message.split('\n')[0] ?? '' } : null;
}

export async function copyOf(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const source of SOURCES) await cp(join(root, source), join(folder, source), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

/** Throws where the patch does not apply: the mutant is then no longer a statement about this engine. */
export async function mutate(root: string, folder: string, patch: string): Promise<void> {
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: join(folder, '..') };
  try {
    await promisify(execFile)('git', ['apply', join(root, 'test/mutants', patch)], { cwd: folder, env });
  } catch (error) {
    throw new Error(`test/mutants/${patch} no longer applies: write it anew for the engine as it is`, { cause: error });
  }
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
