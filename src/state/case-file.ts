import type { Authored, Id } from '../domain/record.ts';
import type { Tab } from '../sync/tab.ts';
import { viewRecord } from '../sync/view.ts';
import type { CaseFile, ViewRecord } from './model.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** One case as its author sees it. Records that have not changed since `earlier` are the same objects. */
export function caseFileOf(tab: Tab, file: Id, author: Id, earlier?: CaseFile): CaseFile {
  const pending = pendingByRecord(tab, file, author);
  const records = new Map<Id, ViewRecord>();
  for (const id of [...(tab.byFile.get(file) ?? []), ...pending.keys()]) {
    const own = pending.get(id) ?? [];
    const held = earlier?.records.get(id);
    const confirmed = tab.confirmed.get(id);
    const isUnchanged = held && own.length === 0 && held.unsent === NOTHING && held.seq === confirmed?.seq;
    const record = isUnchanged ? held : viewRecord(confirmed, own);
    if (record) records.set(id, isUnchanged ? held : { ...record, unsent: fieldsOf(own) });
  }
  return { id: file, records };
}

function pendingByRecord(tab: Tab, file: Id, author: Id): Map<Id, Authored[]> {
  const byRecord = new Map<Id, Authored[]>();
  for (const { change, claimedAt } of tab.state.pending) {
    if (change.record.file !== file) continue;
    const own = byRecord.get(change.record.id) ?? [];
    own.push({ change, by: author, at: claimedAt });
    byRecord.set(change.record.id, own);
  }
  return byRecord;
}

function fieldsOf(own: Authored[]): ReadonlySet<string> {
  return own.length === 0 ? NOTHING : new Set(own.flatMap(({ change }) => Object.keys(change.fields)));
}
