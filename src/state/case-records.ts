import { mayRead } from '../domain/access.ts';
import type { FieldEdit, Id } from '../domain/record.ts';
import { isDeleted } from '../domain/records/record-type.ts';
import type { TypeName } from '../domain/records/types.ts';
import type { Role } from '../domain/roles.ts';
import type { CaseFile, RecordEdit, ViewRecord } from './model.ts';

/** The records of one type in a case, without those that someone has taken away. */
export function recordsOf(file: CaseFile, type: TypeName): ViewRecord[] {
  const found: ViewRecord[] = [];
  for (const record of file.records.values()) if (record.type === type && !isDeleted(record)) found.push(record);
  return found;
}

/** The case as a role may see it. What else should lie on a device, by an older right, is not shown. */
export function readableBy(role: Role, file: CaseFile): CaseFile {
  const records = [...file.records].filter(([, record]) => mayRead(role, record.compartment));
  return { id: file.id, records: new Map(records) };
}

/** What an edit says about a record that exists: its identity alone. */
export function identityOf({ id, file, compartment, type }: RecordEdit['record']): RecordEdit['record'] {
  return { id, file, compartment, type };
}

/** An edit of some fields of a record that exists. */
export function editOf(record: ViewRecord, fields: Record<string, FieldEdit['value']>): RecordEdit {
  return { record: identityOf(record), creates: false, fields };
}

/** When any of these fields was last set, by the author's clock; null for none. */
export function latestSet(record: ViewRecord, fields: Iterable<string> = Object.keys(record.fields)): number | null {
  let latest: number | null = null;
  for (const name of fields) latest = Math.max(latest ?? 0, record.fields[name]?.at ?? 0);
  return latest;
}

/** Who made the record, as far as its fields still tell: the author of the earliest of them. */
export function authorOf(record: ViewRecord): { by: Id; at: number } | null {
  const fields = Object.values(record.fields);
  return fields.reduce<{ by: Id; at: number } | null>(
    (first, { by, at }) => (first && first.at <= at ? first : { by, at }),
    null,
  );
}

/** What one person wrote in one go. */
export interface LatestEdit {
  by: Id;
  at: number;
  fields: string[];
  unsent: boolean;
}

/** The edits the record still shows, newest first, at most four. */
export function latestEdits(record: ViewRecord): LatestEdit[] {
  const edits = new Map<string, LatestEdit>();
  for (const [name, { by, at }] of Object.entries(record.fields)) {
    if (name === 'order') continue;
    const edit = edits.get(`${by} ${at}`) ?? { by, at, fields: [], unsent: false };
    edit.fields.push(name);
    edit.unsent ||= record.unsent.has(name);
    edits.set(`${by} ${at}`, edit);
  }
  return [...edits.values()].sort((a, b) => b.at - a.at).slice(0, 4);
}
