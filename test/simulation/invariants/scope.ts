import { mayCreateCase, mayWrite, readableOnDevice } from '../../../src/domain/access.ts';
import type { Id, Rec } from '../../../src/domain/record.ts';
import type { MapDatabase } from '../map-database.ts';
import type { Values } from './values.ts';
import { must } from './violation.ts';

/** Nobody is given a record of a file they are not granted, or of a compartment their role may not read. */
export function mustBeInScope(database: MapDatabase, person: Id, records: Rec[]): void {
  for (const record of records) {
    must(
      'nothing out of scope is received',
      isInScope(database, person, record),
      () => `${record.compartment} for ${person}`,
    );
  }
}

export function isInScope({ staff, grants }: MapDatabase, person: Id, record: Rec): boolean {
  const role = staff.get(person)?.role;
  const isGranted = grants.get(record.file)?.has(person) ?? false;
  return role !== undefined && isGranted && readableOnDevice(role).includes(record.compartment);
}

/** What was accepted was written by someone who was granted the file by then, where their role may write. */
export function mustHaveBeenAllowed({ log, staff, grants }: MapDatabase, values: Values): void {
  for (const { seq, author, outcome } of log) {
    const change = values.changeAt(seq);
    if (!change || outcome === 'quarantined' || outcome === 'duplicate') continue;
    const role = staff.get(author)?.role ?? 'volunteer';
    const since = grants.get(change.record.file)?.get(author) ?? Number.POSITIVE_INFINITY;
    const isAllowed = mayWrite(role, change.record.compartment) && since <= seq;
    must('nobody writes where they may not', isAllowed, () => `seq ${seq}`);
    if (since === seq) must('only some roles open cases', mayCreateCase(role), () => `seq ${seq}`);
  }
}
