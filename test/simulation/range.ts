import { Counts } from './counts.ts';
import { run, scheduleOf } from './schedule.ts';

export interface RangeOutcome {
  schedules: number;
  counts: [string, number][];
  violations: { seed: number; invariant: string; message: string }[];
}

/** Runs the schedules of these seeds, `to` not included, and stops at the first violation where asked to. */
export function runRange(from: number, to: number, stopAtFirst = false): RangeOutcome {
  const counts = new Counts();
  const violations: RangeOutcome['violations'] = [];
  let seed = from;
  for (; seed < to && !(stopAtFirst && violations.length > 0); seed++) {
    const outcome = run(scheduleOf(seed));
    counts.add(outcome.counts.entries());
    counts.note('port calls and messages', outcome.moves);
    counts.note('actions', outcome.edits);
    if (outcome.violation)
      violations.push({ seed, invariant: outcome.violation.invariant, message: outcome.violation.message });
  }
  return { schedules: seed - from, counts: counts.entries(), violations };
}
