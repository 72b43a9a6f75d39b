import { mayWrite } from '../../src/domain/access.ts';
import type { Change, Id, Rec, Value } from '../../src/domain/record.ts';
import type { Role } from '../../src/domain/roles.ts';
import { pendingOf, type Tab, viewInTab } from '../../src/sync/tab.ts';
import { composeChange, type Intent } from '../../src/sync/view.ts';
import type { Ids } from './ids.ts';
import type { Random } from './random.ts';

/** Someone with a tab in front of them. */
export interface Author {
  tab: Tab;
  person: Id;
  role: Role;
  /** A change of theirs that was saved on another of their devices, to be sealed again here. */
  earlier: Change[];
  /** Files they are not granted. */
  strangers: Id[];
  ids: Ids;
  random: Random;
}

/** Fields of one line, by type of record. */
export const texts: Record<string, readonly string[]> = {
  person: ['calledName', 'pronunciation'],
  goal: ['text'],
  measure: ['title', 'endedBecause'],
  contact: ['phone'],
};

/** Often the first, so that people meet in the same field; hardly ever one they may not write. */
export function pickRecord(author: Author, types = Object.keys(texts)): Rec | null {
  const isObedient = author.random.chance(0.97);
  const seen = recordsSeen(author).filter(
    ({ type, compartment }) => types.includes(type) && (!isObedient || mayWrite(author.role, compartment)),
  );
  if (seen.length === 0) return null;
  const { id } = author.random.chance(0.6) ? (seen[0] as Identity) : author.random.pick(seen);
  return viewInTab(author.tab, id, author.person) ?? null;
}

type Identity = Change['record'];

/** Identities of all that stands in the tab, confirmed or not. */
function recordsSeen({ tab }: Author): Identity[] {
  const seen = new Map<Id, Identity>(tab.confirmed);
  for (const { change } of tab.state.pending) seen.set(change.record.id, change.record);
  return [...seen.values()];
}

export function filesSeen(author: Author): Id[] {
  return [...new Set(recordsSeen(author).map((record) => record.file))];
}

export function writes(
  author: Author,
  record: Rec,
  fields: Record<string, Value>,
  settled?: Record<string, Id[]>,
): Change {
  const { id, file, compartment, type } = record;
  return compose(author, { record: { id, file, compartment, type }, creates: false, fields, settles: settled });
}

export function compose({ tab, person, ids }: Author, intent: Intent): Change {
  const pending = pendingOf(tab, intent.record.id, person).map((one) => one.change);
  return composeChange(ids.next(), intent, tab.confirmed.get(intent.record.id), pending);
}

/** Mostly a value of its own; now and then one that someone else may write too. */
export function word({ ids, random }: Author): string {
  return random.chance(0.25) ? random.pick(['yes', 'no']) : ids.next().slice(0, 8);
}
