import type { Schedule } from './schedule.ts';

/** More tries than this, and the reader would rather have a longer trace. */
const MOST_TRIES = 600;

/** The shortest schedule found that still fails: fewer steps, then fewer faults, then fewer moves between steps. */
export function shrink(failing: Schedule, fails: (schedule: Schedule) => boolean): Schedule {
  let tries = 0;
  let shortest = failing;
  const attempt = (change: Partial<Schedule>): boolean => {
    if (tries++ >= MOST_TRIES) return false;
    const shorter = { ...shortest, ...change };
    if (!fails(shorter)) return false;
    shortest = shorter;
    return true;
  };
  attempt({ fewestEdits: 0 });
  for (let size = shortest.steps.length; size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < shortest.steps.length; ) {
      if (!attempt({ steps: shortest.steps.toSpliced(from, size) })) from += size;
    }
  }
  for (const fault of failing.faults) attempt({ faults: shortest.faults.filter((one) => one !== fault) });
  for (const [place, step] of shortest.steps.entries()) {
    attempt({ steps: shortest.steps.with(place, { ...step, moves: 0 }) });
  }
  return shortest;
}
