import type { Change, Id } from '../../../src/domain/record.ts';
import type { Outcome, SendAnswer } from '../../../src/protocol/send.ts';
import { type Tab, viewInTab } from '../../../src/sync/tab.ts';
import type { MapDatabase } from '../map-database.ts';
import type { Vault } from '../vault.ts';
import type { Values } from './values.ts';
import { must } from './violation.ts';

interface Saved {
  vault: Vault;
  change: Change;
  counters: number[];
}

/** What people were told: that a change is saved on their device, and that it was received. */
export class Told {
  private readonly saved: Saved[] = [];
  private readonly received = new Map<string, number>();

  /** The steps of an edit have ended: from here on its screen says that it is on the device. */
  save(vault: Vault, changes: Change[]): void {
    for (const change of changes) this.saved.push({ vault, change, counters: vault.device.countersOf(change.id) });
  }

  answer(vault: Vault, { answers }: SendAnswer): void {
    for (const { counter, outcome, seq } of answers) {
      if (outcome !== 'duplicate') this.received.set(`${vault.id}/${counter}`, seq);
    }
  }

  savedOn(vault: Vault): Change[] {
    return this.saved.filter((one) => one.vault === vault).map((one) => one.change);
  }

  savedElsewhereBy(person: Id, vault: Vault): Change[] {
    return this.saved.filter((one) => one.vault !== vault && one.vault.person === person).map((one) => one.change);
  }

  /** On the device or in the municipality's log, whatever died in between. */
  mustStillBeThere(database: MapDatabase): void {
    for (const saved of this.saved) {
      const isThere = isInLog(database, saved) || saved.vault.device.countersOf(saved.change.id).length > 0;
      must('nothing shown as saved is lost', isThere, () => `${saved.change.id} of ${saved.vault.name}`);
    }
    for (const [counter, seq] of this.received) {
      const held = database.byCounter.get(counter);
      must('nothing acknowledged is lost', held?.seq === seq, () => `${counter} at seq ${seq}`);
    }
  }
}

/** As a change, or as the bytes of its envelope where it could not be read. */
function isInLog({ byChange, byCounter }: MapDatabase, { vault, change, counters }: Saved): boolean {
  if (byChange.has(change.id)) return true;
  return counters.some((counter) => {
    const entry = byCounter.get(`${vault.id}/${counter}`);
    return entry?.outcome === 'quarantined' && entry.change === null;
  });
}

/** Everything of the vault that this tab knows of is in its view: pending over it, or come back as confirmed. */
export function mustStayInView(vault: Vault, tab: Tab): void {
  const { head, pending } = tab.state;
  must(
    'what is saved and not yet confirmed stays in view',
    pending.length === head.counter - head.received &&
      pending.every((one, at) => one.counter === head.received + 1 + at),
    () => `${vault.name}: ${pending.map((one) => one.counter).join()} of ${head.received + 1} to ${head.counter}`,
  );
}

/** What ceased to be pending has come back from the server, in the same breath. */
export function mustHaveComeBack(
  { byCounter }: MapDatabase,
  values: Values,
  vault: Vault,
  tab: Tab,
  after: number,
): void {
  for (let counter = after + 1; counter <= tab.state.head.received; counter++) {
    const entry = byCounter.get(`${vault.id}/${counter}`);
    must('only what was received ceases to be pending', entry !== undefined, () => `${vault.name}/${counter}`);
    const change = entry && values.changeAt(entry.seq);
    if (!change) continue;
    const seq = tab.confirmed.get(change.record.id)?.seq ?? 0;
    const isQuarantined = entry.outcome === 'quarantined' && tab.quarantined.has(`${vault.id}/${counter}`);
    const isBack = isQuarantined || changesNothing.includes(entry.outcome) || seq >= entry.seq;
    must('acknowledged work never flickers away', isBack, () => `${vault.name}/${counter} ${entry.outcome}`);
  }
}

const changesNothing: Outcome[] = ['history', 'duplicate'];

/** What an author writes names the value on their screen, so that it can stand in its place. */
export function mustNameWhatIsSeen(tab: Tab, author: Id, { id, record, fields }: Change): void {
  const seen = viewInTab(tab, record.id, author);
  for (const [name, { saw }] of Object.entries(fields)) {
    const shown = seen?.fields[name];
    const isNamed = !shown || shown.names.some((one) => saw.includes(one));
    must('a change names the value on the screen', isNamed, () => `${id} ${name}`);
  }
}

/** However often the device had to try: one envelope each, unless it is received already and need not be kept. */
export function mustBeSavedOnce({ name, device }: Vault, changes: Change[]): void {
  for (const { id } of changes)
    must('an action is saved once', device.countersOf(id).length <= 1, () => `${id} of ${name}`);
}
