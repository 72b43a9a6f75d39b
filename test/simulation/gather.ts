import { pullToHead } from '../../src/sync/pull-to-head.ts';
import { sendWaiting } from '../../src/sync/send-waiting.ts';
import type { Tab } from '../../src/sync/tab.ts';
import { save } from './events.ts';
import { newCase } from './intents.ts';
import type { Random } from './random.ts';
import { contact } from './settle.ts';
import type { OpenTab, Vault } from './vault.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;

/** An adviser with two tablets, a teacher with one, often a second adviser on the first; and the first case. */
export function gather(world: World, random: Random): void {
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
