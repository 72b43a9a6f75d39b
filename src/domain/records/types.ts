import type { Compartment } from '../record.ts';
import { contact } from './contact.ts';
import { entry } from './entry.ts';
import { goal } from './goal.ts';
import { householdLink } from './household-link.ts';
import { languageTarget } from './language-target.ts';
import { location } from './location.ts';
import { measure } from './measure.ts';
import { person } from './person.ts';
import { plan } from './plan.ts';
import type { RecordType } from './record-type.ts';
import { result } from './result.ts';

/** Every type of record this version knows. */
export const recordTypes = {
  person,
  contact,
  location,
  householdLink,
  plan,
  languageTarget,
  goal,
  measure,
  entry,
  result,
} as const;
export type TypeName = keyof typeof recordTypes;

/** What is known of a type; undefined for one from a newer version. */
export function typeOf(name: string): RecordType | undefined {
  return Object.hasOwn(recordTypes, name) ? (recordTypes[name as TypeName] as unknown as RecordType) : undefined;
}

/** True for records that are only ever added to: what is wrong in one is corrected by another. */
export function isAppendOnly(name: string): boolean {
  return typeOf(name)?.appendOnly === true;
}

/** Where records of this type may lie; none for a type this version does not know. */
export function compartmentsOfType(name: string): readonly Compartment[] {
  return typeOf(name)?.compartments ?? [];
}
