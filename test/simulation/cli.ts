import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runMutants } from '../mutants/run-mutants.ts';
import { bundleWorker } from './bundle.ts';
import { runAll } from './farm.ts';
import { countLines, shortestTrace, traceOf, whatWasMissed } from './report.ts';
import { scheduleOf } from './schedule.ts';

const root = resolve(import.meta.dirname, '../..');

const { values: options } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    trace: { type: 'string' },
    mutants: { type: 'boolean', default: false },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'fotfeste-simulation-'));
try {
  if (options.trace !== undefined) say(traceOf(scheduleOf(whole('trace', options.trace))));
  else if (options.mutants) process.exitCode = await runMutants(root, folder, say);
  else process.exitCode = await simulate(whole('schedules', options.schedules), whole('seed', options.seed));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function simulate(schedules: number, seed: number): Promise<number> {
  const { counts, violations, schedules: ran } = await runAll(await bundleWorker(root, folder), seed, schedules);
  say(countLines(counts));
  const [first] = violations;
  if (first)
    say([
      '',
      ...shortestTrace(first.seed),
      '',
      ...violations.slice(0, 10).map((one) => `seed ${one.seed}: ${one.message}`),
    ]);
  const missed = whatWasMissed(counts, ran);
  if (missed) say([missed]);
  say([`schedules ${ran} violations ${violations.length}`]);
  return first || missed ? 1 : 0;
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} takes a whole number, not ${text}`);
  return number;
}

function say(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
