import { Counts } from './counts.ts';
import { happen } from './events.ts';
import { type Fault, Faults, faults } from './faults.ts';
import { gather } from './gather.ts';
import { Violation } from './invariants/violation.ts';
import { FEWEST_EDITS, planOf, type Step } from './plan.ts';
import { Random } from './random.ts';
import { mustHold, settle } from './settle.ts';
import { World } from './world.ts';

export interface Schedule {
  seed: number;
  steps: Step[];
  faults: readonly Fault[];
  /** Where fewer actions were begun than this, more are at the end. */
  fewestEdits: number;
}

/** The schedule of a seed, with all its steps and every fault. */
export function scheduleOf(seed: number): Schedule {
  return { seed, steps: planOf(seed), faults, fewestEdits: FEWEST_EDITS };
}

export interface Outcome {
  violation: Violation | null;
  counts: Counts;
  /** Halves of port calls and messages. */
  moves: number;
  edits: number;
  vaults: number;
  people: number;
}

/** Few, so that a pull often has several pages. */
const PAGE_SIZES = [2, 3, 8];

/** Lets one schedule happen, then stops all faults and lets everyone get in contact; all promises are checked on the way and at the end. */
export function run(schedule: Schedule, tell: ((line: string) => void) | null = null): Outcome {
  const counts = new Counts();
  const random = new Random(schedule.seed);
  const world = new World(new Faults(random, counts), counts, random.pick(PAGE_SIZES));
  world.tell = tell;
  let violation: Violation | null = null;
  try {
    gather(world, random);
    world.faults.start(schedule.faults);
    for (const step of schedule.steps) take(world, step);
    settle(world, random, schedule.fewestEdits);
    mustHold(world);
  } catch (error) {
    violation = error instanceof Violation ? error : new Violation('nothing is thrown', String((error as Error).stack));
  }
  const { moves, edits, vaults, municipality } = world;
  return { violation, counts, moves, edits, vaults: vaults.length, people: municipality.database.staff.size };
}

function take(world: World, step: Step): void {
  const random = new Random(step.seed);
  world.faults.random = random;
  happen(world, step);
  for (let move = 0; move < step.moves; move++) world.move(random);
}
