import type { Change } from './record.ts';

/** Why a change cannot stand as it is: the reason its author is shown. */
export type CheckFailure = 'invalid' | 'notText';

/** Judges one change by its record's schema. Rules across fields and records are advice on the screen, never here. */
export function checkChange(_change: Change): CheckFailure | null {
  return null; // replaced by the domain's record schemas
}
