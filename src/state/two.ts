import type { Id, Value } from '../domain/record.ts';
import { typeOf } from '../domain/records/types.ts';
import { lineSchema, proseSchema } from '../domain/records/values.ts';
import { identityOf } from './case-records.ts';
import type { RecordEdit, ViewRecord } from './model.ts';

/** One of the values two people wrote for the same field. */
export interface Said {
  value: Value;
  by: Id;
  at: number;
  /** The one that is shown and counted until somebody chooses. */
  stands: boolean;
}

/** A field that two or more have changed without having seen each other's. */
export interface Two {
  record: ViewRecord;
  field: string;
  said: Said[];
}

/** Shorter texts are taken in at a glance: nothing in them is marked, and they are not joined. Characters. */
const LONG = 40;

/** Every field of the record with a value waiting beside the one that stands, oldest saying first. */
export function twosIn(record: ViewRecord): Two[] {
  return Object.entries(record.fields)
    .filter(([, field]) => field.waiting.length > 0)
    .map(([name, field]) => ({
      record,
      field: name,
      said: [{ ...field, stands: true }, ...field.waiting.map((waiting) => ({ ...waiting, stands: false }))]
        .map(({ value, by, at, stands }) => ({ value, by, at, stands }))
        .sort((a, b) => a.at - b.at),
    }));
}

/** Puts one value in place, whether one of those said or a new one, and every waiting one aside. Nothing leaves the history. */
export function settle({ record, field }: Two, value: Value): RecordEdit {
  const waiting = record.fields[field]?.waiting ?? [];
  return {
    record: identityOf(record),
    creates: false,
    fields: { [field]: value },
    settles: { [field]: waiting.map(({ id }) => id) },
    shown: { [field]: record.fields[field]?.names ?? [] },
  };
}

/** The way back after settling: the value that stood, by an ordinary change. */
export function unsettle({ record, field }: Two): RecordEdit {
  return { record: identityOf(record), creates: false, fields: { [field]: record.fields[field]?.value ?? null } };
}

/** True where the record is nothing without this field, so that it may be rewritten but not emptied. */
export function isNeeded({ record, field }: Two): boolean {
  return typeOf(record.type)?.required.includes(field) ?? false;
}

/** The draft of a new value for a field that two have changed. */
export const twoDraftId = ({ record, field }: Two): string => `two:${record.id}:${field}`;

/** True for what people write in their own words, and not for what they choose or measure. */
export function isWritten(two: Two): boolean {
  const schema = schemaOf(two);
  return schema === lineSchema || schema === proseSchema;
}

/** What has been said, the one that stands first, where all of it is long texts; else null. */
export function longTexts(two: Two): string[] | null {
  if (!isWritten(two)) return null;
  const texts = [...two.said].sort((a, b) => Number(b.stands) - Number(a.stands)).map(({ value }) => value);
  return texts.every((text) => typeof text === 'string' && text.length > LONG) ? (texts as string[]) : null;
}

/**
 * All long texts one after the other, each whole, the one that stands first, with a blank line between where the field holds lines.
 * Null where they are not long texts, or the field has no room for all.
 */
export function joined(two: Two): string | null {
  const schema = schemaOf(two);
  const all = longTexts(two)?.join(schema === lineSchema ? ' / ' : '\n\n');
  return all !== undefined && schema?.safeParse(all).success ? all : null;
}

function schemaOf({ record, field }: Two) {
  const fields = typeOf(record.type)?.fields ?? {};
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}
