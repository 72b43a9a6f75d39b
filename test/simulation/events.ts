import type { Id } from '../../src/domain/record.ts';
import { pullToHead } from '../../src/sync/pull-to-head.ts';
import { sendWaiting } from '../../src/sync/send-waiting.ts';
import { ask, type Steps } from '../../src/sync/steps.ts';
import { catchUp, edit, type Tab } from '../../src/sync/tab.ts';
import type { Activity } from './activity.ts';
import { type Action, nextAction } from './intents.ts';
import type { Event, Step } from './plan.ts';
import { Random } from './random.ts';
import type { OpenTab, Vault } from './vault.ts';
import type { World } from './world.ts';

/** Lets one step of a plan happen. Nothing is waited for: what it begins goes on with the moves that follow. */
export function happen(world: World, step: Step): void {
  const vault = world.vaults[Math.floor(step.vault * world.vaults.length)] as Vault;
  world.tell?.(`${step.event} (${vault.name})`);
  happens[step.event](world, vault, step, new Random(step.seed));
}

const happens: Record<Event, (world: World, vault: Vault, step: Step, random: Random) => void> = {
  edit: (world, vault, step, random) => vault.inTab(step.tab, (open) => writeSomething(world, vault, open, random)),
  send: (_, vault, step) => vault.inTab(step.tab, (open) => vault.start(open, sendWaiting(open.tab as Tab))),
  pull: (_, vault, step) => vault.inTab(step.tab, (open) => vault.start(open, pullToHead(open.tab as Tab))),
  'two tabs pull': (_, vault) => {
    for (const place of [0, 1]) vault.inTab(place, (open) => vault.start(open, pullToHead(open.tab as Tab)));
  },
  'look again': (_, vault, step) => vault.inTab(step.tab, (open) => vault.start(open, catchUp(open.tab as Tab))),
  'open a tab': (_, vault) => vault.tabs.length < 2 && vault.open(),
  'crash a tab': (world, vault, _, random) => {
    const isBusy = ({ process }: OpenTab) => process.activities.length > 0;
    soon(world, random, () => world.vaults.some((one) => one.tabs.some(isBusy)));
    const owner = world.vaults.find((one) => one.tabs.some(isBusy)) ?? vault;
    const open = owner.tabs.find(isBusy) ?? owner.tabs[0];
    if (open) crashed(world, 'tab', owner.close(open));
  },
  'cut the power': (world, vault) => {
    for (const open of vault.tabs) crashed(world, 'tab', vault.close(open));
    vault.device.cutPower();
    world.counts.note('power cut');
    world.mustHaveLostNothing();
  },
  'crash the server': (world, _, __, random) => {
    soon(world, random, () => world.municipality.process.activities.length > 0);
    crashed(world, 'server', world.municipality.crash());
  },
  'carry for another': (_, vault, step) => vault.inTab(step.tab, (open) => vault.start(open, carry(vault))),
  'network goes or comes': (_, { tablet }, __, random) => {
    tablet.isOnline = random.chance(0.7);
  },
  'someone signs in or out': (world, { tablet, person }, _, random) => {
    const others: (Id | null)[] = [null, ...world.municipality.database.staff.keys()];
    tablet.cookie = random.chance(0.7) ? person : random.pick(others);
  },
  grant: (world, vault, _, random) => giveAccess(world, vault.person, random),
  'back up': (world) => world.municipality.database.backUp(),
};

/** Someone does something in a tab; their screen says it is saved when the steps of the edit have ended. */
export function writeSomething(world: World, vault: Vault, open: OpenTab, random: Random): void {
  const tab = open.tab as Tab;
  const { municipality, told, ids } = world;
  const opensCases = municipality.database.staff.get(vault.person)?.role === 'adviser';
  const earlier = [...told.savedElsewhereBy(vault.person, vault), ...told.savedOn(vault).slice(-1)];
  const action = nextAction({ tab, person: vault.person, opensCases, earlier, ids, random });
  if (!action) return;
  world.counts.note(`someone ${action.deed}`);
  if (world.faults.strikes('append fails')) vault.device.failing = 'aborted';
  save(world, vault, open, action);
}

export function save(world: World, vault: Vault, open: OpenTab, { deed, changes }: Action): void {
  world.tell?.(`  ${open.process.name} ${deed}: ${changes.map((change) => `${change.id} ${JSON.stringify(change.fields)}`)}`);
  world.edits += 1;
  vault.start(open, edit(open.tab as Tab, changes), () => {
    world.told.save(vault, changes);
    world.tell?.(`  ${open.process.name} shows as saved: ${changes.map((change) => change.id)}`);
  });
}

/** Whoever comes by takes along what lies sealed on a tablet: no key, no cookie, no tab of the author's. */
function* carry({ id, ports }: Vault): Steps<void> {
  const envelopes = yield* ask(() => ports.store.envelopes(1, 10));
  const answer = yield* ask(() => ports.transport.send({ vault: id, epoch: 0, envelopes }));
  if (!('failure' in answer)) yield* ask(() => ports.store.markAnswered(answer.answers));
}

function giveAccess({ municipality }: World, person: Id, random: Random): void {
  const { database } = municipality;
  const closed = [...database.grants].filter(([, people]) => !people.has(person)).map(([file]) => file);
  if (closed.length > 0) database.grant(random.pick(closed), person);
}

/** Goes on until there is something to crash in the middle of, and then any number of port calls into it. */
function soon(world: World, random: Random, isBusy: () => boolean): void {
  for (let tries = 0; tries < 20 && !isBusy(); tries++) world.move(random);
  for (let left = random.below(8); left > 0 && isBusy(); left--) world.move(random);
}

function crashed(world: World, what: 'tab' | 'server', stopped: Activity[]): void {
  world.counts.note(`${what} crashed`);
  for (const { latest, isUnseen } of stopped) {
    world.counts.note(`${what} crashed after ${latest}, answer ${isUnseen ? 'not seen' : 'seen'}`);
    world.tell?.(`  stopped after ${latest}`);
  }
  world.mustHaveLostNothing();
}
