import { DEMO_TODAY, demoGrants, demoHistory, demoStaff } from '../../server/demo/history.ts';
import { readableOnDevice } from '../../src/domain/access.ts';
import type { Rec } from '../../src/domain/record.ts';
import type { Role } from '../../src/domain/roles.ts';
import { viewRecord } from '../../src/sync/view.ts';

/** What a member of the demo staff would have on a tablet. */
export function demoRecordsFor(person: string, role: Role): Rec[] {
  const granted = new Set(demoGrants.filter((grant) => grant.person === person).map(({ file }) => file));
  const kept = readableOnDevice(role);
  const records = new Map<string, Rec>();
  for (const { at, by, changes } of demoHistory(DEMO_TODAY))
    for (const change of changes) {
      const { file, compartment, id } = change.record;
      if (!granted.has(file) || !kept.includes(compartment)) continue;
      const record = viewRecord(records.get(id), [{ change, by, at }]);
      if (record) records.set(id, record);
    }
  return [...records.values()];
}

export const today = DEMO_TODAY;
export const staff = demoStaff.map(({ id, name, role }) => ({ id, name, role }));
