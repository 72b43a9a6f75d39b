import type { Authored, Change, Id, Rec } from '../domain/record.ts';
import type { Quarantined } from '../protocol/pull.ts';
import type { ClientPorts, Contents, SealedAppend } from './ports.ts';
import {
  type Append,
  freshState,
  type News,
  type Pending,
  type Staff,
  type SyncEffect,
  type SyncEvent,
  type SyncState,
} from './state.ts';
import { step } from './step/step.ts';
import { ask, type Steps } from './steps.ts';
import { viewRecord } from './view.ts';

/** One tab of one vault: what the engine remembers, and the confirmed records beside it. */
export interface Tab {
  ports: ClientPorts;
  state: SyncState;
  confirmed: Map<Id, Rec>;
  /** Ids of the confirmed records of each file, so that showing one file never looks at the others. */
  byFile: Map<Id, Set<Id>>;
  quarantined: Map<string, Quarantined>;
  staff: Staff | null;
  /** Called with the files whose view may have changed, after what changed is stored. */
  changed: (files: Set<Id>) => void;
}

/** Reads what the vault holds and makes a tab of it. Throws StoreFailure. */
export function* openTab(ports: ClientPorts): Steps<Tab> {
  const contents: Contents = yield* ask(() => ports.store.read());
  const tab: Tab = {
    ports,
    state: freshState(contents.head, contents.pending),
    confirmed: new Map(),
    byFile: new Map(),
    quarantined: new Map(),
    staff: null,
    changed: () => {},
  };
  keep(tab, contents);
  return tab;
}

/** Own pending changes to one record, in counter order, ready to be merged over the confirmed one. */
export function pendingOf(tab: Tab, record: Id, author: Id): Authored[] {
  return tab.state.pending
    .filter((one) => one.change.record.id === record)
    .map((one) => ({ change: one.change, by: author, at: one.claimedAt }));
}

/** The record as its author sees it in this tab. */
export function viewInTab(tab: Tab, record: Id, author: Id): Rec | undefined {
  return viewRecord(tab.confirmed.get(record), pendingOf(tab, record, author));
}

/**
 * Decides on an event, stores what it demands, and only then remembers it (rule 6: on a mismatch nothing is written,
 * what others wrote is read, and the event is stepped again). Returns what to do next.
 */
export function* commit(tab: Tab, event: SyncEvent): Steps<SyncEffect[]> {
  let current = event;
  for (;;) {
    const [next, effects] = step(tab.state, current);
    const demanded = effects.find((effect) => effect.type === 'append');
    if (!demanded) {
      tab.state = next;
      return effects;
    }
    const append = yield* sealed(tab, demanded.append);
    const result = yield* ask(() => tab.ports.store.append(append));
    if (result === 'appended') {
      adopt(tab, current, append);
      return effects.filter((effect) => effect.type !== 'append');
    }
    if (result === 'dropped') {
      tab.state = { ...tab.state, pulling: false };
      return [];
    }
    yield* catchUp(tab);
    current = withoutSaved(current, tab.state.pending);
  }
}

function* sealed(tab: Tab, append: Append): Steps<SealedAppend> {
  const chain = tab.state.head.chain;
  if (append.outbox.length === 0) return { ...append, envelopes: [] };
  const result = yield* ask(() => tab.ports.sealer.seal(chain, append.outbox));
  return { ...append, head: { ...append.head, chain: result.chain }, envelopes: result.envelopes };
}

/**
 * A retried action whose rows another try, or a call whose answer was lost, has already stored is not stored again.
 * `pending` is all the tab knows of: a neighbouring activity may have read the rows back before this one looked.
 */
function withoutSaved(event: SyncEvent, pending: Pending[]): SyncEvent {
  if (event.type !== 'edited') return event;
  const saved = new Set(pending.map((one) => one.change.id));
  return { ...event, changes: event.changes.filter((change) => !saved.has(change.id)) };
}

/** Remembers what the append stored, unless a neighbouring activity of this tab has read it back already. */
function adopt(tab: Tab, event: SyncEvent, append: SealedAppend): void {
  if (tab.state.head.version >= append.head.version) {
    if (event.type === 'pulled') tab.state = { ...tab.state, pulling: false };
    return;
  }
  const touched = pendingFiles(tab);
  const [next] = step(tab.state, event);
  tab.state = { ...next, head: append.head };
  for (const file of pendingFiles(tab)) touched.add(file);
  if (event.type !== 'pulled') {
    tab.changed(touched);
    return;
  }
  for (const page of event.earlier) keep(tab, { ...page, staff: page.staff ?? null }, touched);
  keep(tab, append, touched);
  tab.changed(touched);
}

function pendingFiles(tab: Tab): Set<Id> {
  return new Set(tab.state.pending.map((one) => one.change.record.file));
}

/** For each record the copy with the higher seq stands, whatever brought it. */
function keep(
  tab: Tab,
  received: { records: Rec[]; quarantined: Quarantined[]; staff: Staff | null },
  touched: Set<Id> = new Set(),
): Set<Id> {
  for (const record of received.records) {
    const held = tab.confirmed.get(record.id);
    if (held && held.seq >= record.seq) continue;
    tab.confirmed.set(record.id, record);
    const ofFile = tab.byFile.get(record.file);
    if (ofFile) ofFile.add(record.id);
    else tab.byFile.set(record.file, new Set([record.id]));
    touched.add(record.file);
  }
  for (const one of received.quarantined) tab.quarantined.set(`${one.vault}/${one.counter}`, one);
  if (received.staff) tab.staff = received.staff;
  return touched;
}

/** Reads what other tabs and the service worker have written since this tab last looked. */
export function* catchUp(tab: Tab): Steps<News> {
  const news = yield* ask(() => tab.ports.store.since(tab.state.head.version));
  const touched = pendingFiles(tab);
  [tab.state] = step(tab.state, { type: 'othersWrote', news });
  for (const file of pendingFiles(tab)) touched.add(file);
  tab.changed(keep(tab, news, touched));
  return news;
}

/** Saves one action: all its changes in one strict transaction, or none. Returns when it is on the device. Throws StoreFailure. */
export function* edit(tab: Tab, changes: Change[], drafts: string[] = []): Steps<void> {
  yield* commit(tab, { type: 'edited', changes, at: tab.ports.now(), drafts });
}
