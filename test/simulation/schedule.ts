import { pullToHead } from '../../src/sync/pull-to-head.ts';
import { sendWaiting } from '../../src/sync/send-waiting.ts';
import type { ContactFailure } from '../../src/sync/state.ts';
import type { Steps } from '../../src/sync/steps.ts';
import { catchUp, type Tab } from '../../src/sync/tab.ts';
import { Counts } from './counts.ts';
import { happen, save, writeSomething } from './events.ts';
import { type Fault, Faults, faults } from './faults.ts';
import { newCase } from './intents.ts';
import { mustAgree } from './invariants/convergence.ts';
import { mustBeWhole } from './invariants/log.ts';
import { mustHaveBeenAllowed } from './invariants/scope.ts';
import { must, Violation } from './invariants/violation.ts';
import { FEWEST_EDITS, planOf, type Step } from './plan.ts';
import { Random } from './random.ts';
import type { OpenTab, Vault } from './vault.ts';
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

const DAY = 86_400_000;

/** More moves than any number of retries needs once faults have stopped. */
const MOST_MOVES_TO_SETTLE = 4_000;

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

/** An adviser with two tablets, a teacher with one, often a second adviser on the first; and the first case. */
function gather(world: World, random: Random): void {
  const adviser = world.employ('adviser', 'adviser');
  const teacher = world.employ('teacher', 'teacher');
  const clock = () => (random.chance(0.3) ? (random.below(800) - 400) * DAY : random.below(60_000));
  const desk = { isOnline: true, cookie: adviser };
  const first = world.giveVault('adviser-desk', adviser, desk, clock());
  world.giveVault('adviser-visit', adviser, { isOnline: true, cookie: adviser }, clock());
  world.giveVault('teacher', teacher, { isOnline: true, cookie: teacher }, clock());
  if (random.chance(0.35)) world.giveVault('second-desk', world.employ('second', 'adviser'), desk, clock());
  first.open((open) => openCase(world, first, open, random));
  while (world.move(random));
  for (const vault of world.vaults.slice(1)) {
    for (const file of world.municipality.database.grants.keys()) world.municipality.database.grant(file, vault.person);
    if (vault.tablet.cookie === vault.person && random.chance(0.5)) {
      vault.inTab(0, (open) => vault.start(open, pullToHead(open.tab as Tab)));
    }
  }
  while (world.move(random));
}

function openCase(world: World, vault: Vault, open: OpenTab, random: Random): void {
  const author = {
    tab: open.tab as Tab,
    person: vault.person,
    role: 'adviser' as const,
    earlier: [],
    strangers: [],
    ids: world.ids,
    random,
  };
  save(world, vault, open, { deed: 'opens a case', changes: newCase(author) });
  while (world.move(random));
  vault.start(open, contact(open.tab as Tab, sendWaiting));
}

function take(world: World, step: Step): void {
  const random = new Random(step.seed);
  world.faults.random = random;
  happen(world, step);
  for (let move = 0; move < step.moves; move++) world.move(random);
}

/** From here on nothing goes wrong. Everyone sends, then everyone pulls, once. */
function settle(world: World, random: Random, fewestEdits: number): void {
  world.faults.stop();
  world.tell?.('faults stop');
  const first = world.vaults[0] as Vault;
  while (world.edits < fewestEdits) {
    first.inTab(0, (open) => writeSomething(world, first, open, random));
    while (world.move(random));
  }
  const limit = world.moves + MOST_MOVES_TO_SETTLE;
  const untilQuiet = () => {
    while (world.move(random)) must('contact comes to an end', world.moves < limit, () => 'after faults had stopped');
  };
  untilQuiet();
  for (const get of [sendWaiting, pullToHead]) {
    for (const vault of world.vaults) {
      Object.assign(vault.tablet, { isOnline: true, cookie: vault.person });
      vault.inTab(0, (open) => vault.start(open, contact(open.tab as Tab, get)));
      untilQuiet();
    }
  }
  for (const vault of world.vaults) {
    for (const open of vault.tabs) if (open.tab) vault.start(open, catchUp(open.tab));
  }
  untilQuiet();
}

/** Where nothing fails, once is enough. */
function* contact(tab: Tab, get: (tab: Tab) => Steps<ContactFailure | null>): Steps<void> {
  yield* catchUp(tab);
  const failure = yield* get(tab);
  must('contact succeeds where nothing fails', failure === null, () => String(failure));
}

function mustHold(world: World): void {
  const { database } = world.municipality;
  world.mustHaveLostNothing();
  mustBeWhole(database, new Map(world.vaults.map((vault) => [vault.id, vault.person])));
  world.values.mustAllBeKept(database.records);
  mustHaveBeenAllowed(database, world.values);
  mustAgree(database, world.vaults);
}
