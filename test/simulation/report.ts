import type { Counts } from './counts.ts';
import { expected, LONG_RUN, neverTried } from './expected.ts';
import { run, type Schedule, scheduleOf } from './schedule.ts';
import { shrink } from './shrink.ts';

/** How often each thing was tried, one line each. */
export function countLines(counts: Counts): string[] {
  const names = ['actions', 'port calls and messages', ...expected];
  return names.map((name) => `${String(counts.of(name)).padStart(10)}  ${name}`);
}

/** What a run this long should have tried and has not, as a sentence; null where there is none. */
export function whatWasMissed(counts: Counts, schedules: number): string | null {
  const missed = schedules >= LONG_RUN ? neverTried(counts) : [];
  return missed.length > 0 ? `never tried, so nothing is shown of it: ${missed.join('; ')}` : null;
}

/** A schedule as it happened, line by line, with its violation last. */
export function traceOf(schedule: Schedule): string[] {
  const lines: string[] = [];
  const { violation } = run(schedule, (line) => lines.push(line));
  return violation ? [...lines, `VIOLATION ${violation.message}`] : lines;
}

/** The shortest trace found that breaks the same promise as this seed. */
export function shortestTrace(seed: number): string[] {
  const whole = scheduleOf(seed);
  const broken = run(whole).violation?.invariant;
  const short = shrink(whole, (schedule) => run(schedule).violation?.invariant === broken);
  const left = `${short.steps.length} of ${whole.steps.length} steps, faults left: ${short.faults.join(', ') || 'none'}`;
  return [`seed ${seed}, ${left}`, ...traceOf(short)];
}
