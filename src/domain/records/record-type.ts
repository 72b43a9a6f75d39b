import type * as z from 'zod/mini';
import type { Compartment, Field } from '../record.ts';

export type FieldSchemas = Record<string, z.ZodMiniType>;

/** What `domain` knows of one type of record. Schemas judge fields one by one; everything else is advice on the screen. */
export interface RecordType<Fields extends FieldSchemas = FieldSchemas> {
  /** Those it may be made in. */
  compartments: readonly Compartment[];
  fields: Fields;
  /** Fields the change that makes it must hold. */
  required: readonly (keyof Fields & string)[];
  /** Sets by name: fields `name/element` whose value is true or false, with what an element may be. */
  sets?: Record<string, z.ZodMiniType<string>>;
  /** True where nothing but `deleted` may be set once it is made. */
  appendOnly?: boolean;
}

/** Keeps the exact types of the fields, so that what is read from a record is typed. */
export function recordType<Fields extends FieldSchemas>(type: RecordType<Fields>): RecordType<Fields> {
  return type;
}

interface Fielded {
  readonly fields: Readonly<Record<string, Pick<Field, 'value'>>>;
}

/** The value of one field; undefined where it is not set, or holds what only a newer version understands. */
export function readField<Fields extends FieldSchemas, Name extends keyof Fields & string>(
  type: RecordType<Fields>,
  record: Fielded,
  name: Name,
): z.infer<Fields[Name]> | undefined {
  const field = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined;
  if (!field) return undefined;
  const parsed = (type.fields[name] as Fields[Name]).safeParse(field.value);
  return parsed.success ? (parsed.data as z.infer<Fields[Name]>) : undefined;
}

/** The elements present in a set, in the order they were first named. */
export function elementsOf(record: Fielded, set: string): string[] {
  const prefix = `${set}/`;
  return Object.entries(record.fields)
    .filter(([name, field]) => name.startsWith(prefix) && field.value === true)
    .map(([name]) => name.slice(prefix.length));
}

/** True where someone has taken the record away. It is kept, and can be put back. */
export function isDeleted(record: Fielded): boolean {
  return Object.hasOwn(record.fields, 'deleted') && record.fields.deleted?.value === true;
}
