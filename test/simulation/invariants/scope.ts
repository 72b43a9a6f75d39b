import { readableOnDevice } from '../../../src/domain/access.ts';
import type { Id, Rec } from '../../../src/domain/record.ts';
import type { MapDatabase } from '../map-database.ts';
import { must } from './violation.ts';

/** Nobody is given a record of a file they are not granted, or of a compartment their role may not read. */
export function mustBeInScope(database: MapDatabase, person: Id, records: Rec[]): void {
  for (const record of records) {
    must('nothing out of scope is received', isInScope(database, person, record), () => `${record.compartment} for ${person}`);
  }
}

export function isInScope({ staff, grants }: MapDatabase, person: Id, record: Rec): boolean {
  const role = staff.get(person)?.role;
  const isGranted = grants.get(record.file)?.has(person) ?? false;
  return role !== undefined && isGranted && readableOnDevice(role).includes(record.compartment);
}
