import type { Id, Value } from '../domain/record.ts';
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
  };
}
