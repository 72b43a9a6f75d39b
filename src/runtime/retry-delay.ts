const FIRST = 1_000;
const LONGEST = 5 * 60_000; // a tablet in a drawer should not drain its battery asking

/** Milliseconds until the next try after `failures` in a row; `chance` in [0, 1) spreads tablets that lost the net together. */
export function retryDelay(failures: number, chance: number): number {
  const step = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 20));
  return Math.round(step / 2 + (step / 2) * chance);
}
