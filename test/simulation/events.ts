import type { Id } from '../../src/domain/record.ts';
import { pullToHead } from '../../src/sync/pull-to-head.ts';
import { sendWaiting } from '../../src/sync/send-waiting.ts';
import { ask, type Steps } from '../../src/sync/steps.ts';
import { catchUp, edit, type Tab } from '../../src/sync/tab.ts';
import type { Activity } from './activity.ts';
import { type Action, nextAction } from './intents.ts';
import { mustBeSavedOnce, mustNameWhatIsSeen } from './invariants/saved.ts';
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
  'open a tab': (_, vault) => {
    if (vault.tabs.length < 2) vault.open();
  },
  'crash a tab': (world, vault, step, random) => {
    if (random.chance(0.1)) crashSoon(world, vault, vault.open(), random);
    else
      vault.inTab(step.tab, (open) => {
        beginAnything(world, vault, open, random);
        crashSoon(world, vault, open, random);
      });
  },
  'cut the power': (world, vault) => {
    for (const open of vault.tabs) crashed(world, 'tab', vault.close(open));
    vault.device.cutPower();
    world.counts.note('power cut');
    world.mustHaveLostNothing();
  },
  'crash the server': (world, vault, step, random) => {
    vault.inTab(step.tab, (open) => beginAnything(world, vault, open, random));
    for (let left = random.below(16); left > 0; left--) world.move(random);
    crashed(world, 'server', world.municipality.crash());
  },
  'carry for another': (_, vault, step, random) =>
    vault.inTab(step.tab, (open) => vault.start(open, carry(vault, 1 + random.below(8)))),
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
  const role = municipality.database.staff.get(vault.person)?.role ?? 'volunteer';
  const earlier = [...told.savedElsewhereBy(vault.person, vault), ...told.savedOn(vault).slice(-1)];
  const strangers = [...municipality.database.grants]
    .filter(([, people]) => !people.has(vault.person))
    .map(([file]) => file);
  const action = nextAction({ tab, person: vault.person, role, earlier, strangers, ids, random });
  if (!action) return;
  world.counts.note(`someone ${action.deed}`);
  save(world, vault, open, action);
}

export function save(world: World, vault: Vault, open: OpenTab, { deed, changes }: Action): void {
  world.tell?.(
    `  ${open.process.name} ${deed}: ${changes.map((change) => `${change.id} ${JSON.stringify(change.fields)}`)}`,
  );
  world.edits += 1;
  const tab = open.tab as Tab;
  const isNew = deed !== 'does the same again';
  if (isNew) for (const change of changes) mustNameWhatIsSeen(tab, vault.person, change);
  vault.start(open, edit(tab, changes), () => {
    world.told.save(vault, changes);
    if (isNew) mustBeSavedOnce(vault, changes);
    world.tell?.(`  ${open.process.name} shows as saved: ${changes.map((change) => change.id)}`);
  });
}

/** Whoever comes by takes along what lies sealed on a tablet: no key, no cookie, no tab of the author's. */
function* carry({ id, ports }: Vault, from: number): Steps<void> {
  const envelopes = yield* ask(() => ports.store.envelopes(from, 10));
  const answer = yield* ask(() => ports.transport.send({ vault: id, epoch: 0, envelopes }));
  if (!('failure' in answer)) yield* ask(() => ports.store.markAnswered(answer.answers));
}

function giveAccess({ municipality }: World, person: Id, random: Random): void {
  const { database } = municipality;
  const closed = [...database.grants].filter(([, people]) => !people.has(person)).map(([file]) => file);
  if (closed.length > 0) database.grant(random.pick(closed), person);
}

/** Something to be in the middle of when it crashes. */
function beginAnything(world: World, vault: Vault, open: OpenTab, random: Random): void {
  const tab = open.tab as Tab;
  if (random.chance(0.25)) writeSomething(world, vault, open, random);
  else vault.start(open, random.chance(0.3) ? sendWaiting(tab) : pullToHead(tab));
}

/** Anywhere in what it is doing; but mostly not while it waits for the network, where it spends most of its time. */
function crashSoon(world: World, vault: Vault, open: OpenTab, random: Random): void {
  const { process } = open;
  const isAtWork = () => process.activities.length > 0;
  for (let left = random.below(6); left > 0 && isAtWork(); left--) world.move(random);
  const hasPatience = random.chance(0.8);
  for (let left = 40; left > 0 && hasPatience && process.isWaiting; left--) world.move(random);
  for (let left = random.below(6); left > 0 && isAtWork(); left--) world.move(random);
  crashed(world, 'tab', vault.close(open));
}

function crashed(world: World, what: 'tab' | 'server', stopped: Activity[]): void {
  world.counts.note(`${what} crashed`);
  for (const { latest, isUnseen } of stopped) {
    world.counts.note(`${what} crashed after ${latest}, answer ${isUnseen ? 'not seen' : 'seen'}`);
    world.tell?.(`  stopped after ${latest}`);
  }
  world.mustHaveLostNothing();
}
