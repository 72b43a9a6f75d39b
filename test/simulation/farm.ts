import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Counts } from './counts.ts';
import type { RangeOutcome } from './range.ts';
import type { Job } from './worker.ts';

const SCHEDULES_AT_A_TIME = 100;

/** Enough for a job's short-lived objects, so that they are hardly ever moved. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

export interface FarmOutcome {
  schedules: number;
  counts: Counts;
  violations: RangeOutcome['violations'];
}

/** Runs schedules on all cores, each core taking the next seeds when it is done with its own. */
export async function runAll(
  file: string,
  first: number,
  schedules: number,
  stopAtFirst = false,
): Promise<FarmOutcome> {
  const total: FarmOutcome = { schedules: 0, counts: new Counts(), violations: [] };
  const jobs = jobsOf(first, first + schedules, stopAtFirst);
  const take = ({ schedules: ran, counts, violations }: RangeOutcome): Job | undefined => {
    total.schedules += ran;
    total.counts.add(counts);
    total.violations.push(...violations);
    return stopAtFirst && total.violations.length > 0 ? undefined : jobs.next().value;
  };
  await Promise.all(Array.from({ length: availableParallelism() }, () => work(file, jobs.next().value, take)));
  total.violations.sort((a, b) => a.seed - b.seed);
  return total;
}

function* jobsOf(first: number, end: number, stopAtFirst: boolean): Generator<Job, undefined> {
  for (let from = first; from < end; from += SCHEDULES_AT_A_TIME) {
    yield { from, to: Math.min(from + SCHEDULES_AT_A_TIME, end), stopAtFirst };
  }
}

async function work(
  file: string,
  first: Job | undefined,
  next: (done: RangeOutcome) => Job | undefined,
): Promise<void> {
  if (!first) return;
  const worker = new Worker(file, { resourceLimits });
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('message', (done: RangeOutcome) => {
        const job = next(done);
        if (job) worker.postMessage(job);
        else resolve();
      });
      worker.postMessage(first);
    });
  } finally {
    await worker.terminate();
  }
}
