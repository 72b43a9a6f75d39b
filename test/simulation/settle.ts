import { pullToHead } from '../../src/sync/pull-to-head.ts';
import { sendWaiting } from '../../src/sync/send-waiting.ts';
import type { ContactFailure } from '../../src/sync/state.ts';
import type { Steps } from '../../src/sync/steps.ts';
import { catchUp, type Tab } from '../../src/sync/tab.ts';
import { writeSomething } from './events.ts';
import { mustAgree } from './invariants/convergence.ts';
import { mustBeWhole } from './invariants/log.ts';
import { mustHaveBeenAllowed } from './invariants/scope.ts';
import { must } from './invariants/violation.ts';
import type { Random } from './random.ts';
import type { Vault } from './vault.ts';
import type { World } from './world.ts';

/** More moves than any number of retries needs once faults have stopped. */
const MOST_MOVES_TO_SETTLE = 4_000;

/** From here on nothing goes wrong. Everyone sends, then everyone pulls, once. */
export function settle(world: World, random: Random, fewestEdits: number): void {
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
export function* contact(tab: Tab, get: (tab: Tab) => Steps<ContactFailure | null>): Steps<void> {
  yield* catchUp(tab);
  const failure = yield* get(tab);
  must('contact succeeds where nothing fails', failure === null, () => String(failure));
}

/** Every promise that can be checked once all is quiet. */
export function mustHold(world: World): void {
  const { database } = world.municipality;
  world.mustHaveLostNothing();
  mustBeWhole(database, new Map(world.vaults.map((vault) => [vault.id, vault.person])));
  world.values.mustAllBeKept(database.records);
  mustHaveBeenAllowed(database, world.values);
  mustAgree(database, world.vaults);
}
