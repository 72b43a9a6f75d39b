import { Random } from './random.ts';

/** What happens from outside, and how often: to people, tablets and the server. */
const weights = {
  edit: 28,
  send: 14,
  pull: 14,
  'two tabs pull': 2,
  'look again': 3,
  'open a tab': 3,
  'crash a tab': 5,
  'cut the power': 2,
  'crash the server': 4,
  'carry for another': 2,
  'network goes or comes': 6,
  'someone signs in or out': 5,
  grant: 2,
  'back up': 3,
} as const;
export type Event = keyof typeof weights;

/** One step of a schedule. `seed` holds all further chance in it, so that leaving out other steps leaves it as it is. */
export interface Step {
  event: Event;
  /** Which vault, as a share of however many there are. */
  vault: number;
  tab: number;
  /** How many halves of port calls and messages go by before the next step. */
  moves: number;
  seed: number;
}

export const FEWEST_STEPS = 60;
export const FEWEST_EDITS = 15;

/** The plan of a schedule: at least 60 steps, at least 17 of them somebody wanting to write. */
export function planOf(seed: number): Step[] {
  const random = new Random(seed);
  const steps = Array.from({ length: FEWEST_STEPS + random.below(6) }, () => stepOf(random, random.weighted(weights)));
  const isEdit = (step: Step) => step.event === 'edit';
  while (steps.filter(isEdit).length < FEWEST_EDITS + 2) {
    steps.splice(random.below(steps.length), 0, stepOf(random, 'edit'));
  }
  return steps;
}

function stepOf(random: Random, event: Event): Step {
  return { event, vault: random.next(), tab: random.below(2), moves: random.below(14), seed: random.below(2 ** 31) };
}
