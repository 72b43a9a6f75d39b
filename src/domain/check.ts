import { areaSchema, compartmentOfArea } from './areas.ts';
import type { Change, Value } from './record.ts';
import type { RecordType } from './records/record-type.ts';
import { typeOf } from './records/types.ts';
import { isWellFormed, isWellFormedText } from './well-formed.ts';

/** Why a change cannot stand as it is: the reason its author is shown. */
export type CheckFailure = 'invalid' | 'notText';

/**
 * Judges one change by its record's schema; null where it may stand.
 * `notText`: a text that no database can hold. `invalid`: an unknown type, part of the case, field or value, a creation
 * without what the type requires, or a change to what may only be added to.
 * Rules across fields and records are advice on the screen, never here.
 */
export function checkChange(change: Change): CheckFailure | null {
  if (!isText(change)) return 'notText';
  const type = typeOf(change.record.type);
  if (!type || !liesRight(change, type) || !mayBeChanged(change, type)) return 'invalid';
  return Object.entries(change.fields).every(([name, edit]) => isAllowed(type, name, edit.value)) ? null : 'invalid';
}

function isText({ record, fields }: Change): boolean {
  if (!isWellFormedText(record.type)) return false;
  return Object.entries(fields).every(([name, edit]) => isWellFormedText(name) && isWellFormed(edit.value));
}

/** The person is the record that gives a case its id. What has an area lies where that area belongs, and stays there. */
function liesRight({ record, fields }: Change, type: RecordType): boolean {
  if ((record.type === 'person') !== (record.id === record.file)) return false;
  if (!type.compartments.includes(record.compartment)) return false;
  const area = type.fields.area && fields.area?.value;
  if (area === undefined) return true;
  if (record.compartment === 'concern') return area === null;
  const known = areaSchema.safeParse(area);
  return (area === null || known.success) && compartmentOfArea(known.data ?? null) === record.compartment;
}

function mayBeChanged({ creates, fields }: Change, type: RecordType): boolean {
  if (creates) return type.required.every((name) => Object.hasOwn(fields, name));
  return !type.appendOnly || Object.keys(fields).every((name) => name === 'deleted');
}

function isAllowed(type: RecordType, name: string, value: Value): boolean {
  if (name === 'deleted') return typeof value === 'boolean';
  const schema = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
  if (schema) return schema.safeParse(value).success;
  const [set, element] = splitOnce(name, '/');
  const elements = type.sets && Object.hasOwn(type.sets, set) ? type.sets[set] : undefined;
  return elements !== undefined && typeof value === 'boolean' && elements.safeParse(element).success;
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + by.length)];
}
