import * as z from 'zod/mini';
import { openWord } from './open-word.ts';

/**
 * Ids are random and carry no meaning; they are the only part of a record that is ever readable without a key.
 * One id has one spelling: in capitals it would be the same to a database and another to whoever compares text.
 */
export const idSchema = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
export type Id = string;

/** What a record may hold in a field: plain JSON, judged further by the record's own schema (`checkChange`). */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export const valueSchema = z.json() as unknown as z.ZodMiniType<Value>;

export const compartments = [
  'person',
  'contact',
  'location',
  'numbers',
  'language',
  'work',
  'plan',
  'attendance',
  'health',
  'family',
  'concern',
  'economy',
] as const;
/** A part of a file with its own readers, fixed for a record when it is made. */
export const compartmentSchema = z.enum(compartments);
export type Compartment = z.infer<typeof compartmentSchema>;

const attributed = {
  value: valueSchema,
  /** The staff member who wrote it, and when their device claimed it was. Shown to people, never compared. */
  by: idSchema,
  at: z.number(),
};

/** A value that arrived late and differs from the one that stands; it waits until a change names or settles it. */
export const waitingSchema = z.object({
  ...attributed,
  id: idSchema,
  saw: z.array(idSchema),
});
export type Waiting = z.infer<typeof waitingSchema>;

/** The smallest thing that makes sense alone. Its revision is the name of the change that set it. */
export const fieldSchema = z.object({
  ...attributed,
  /** Ids of the changes that bear the current value; several when people wrote the same. */
  names: z.array(idSchema),
  /** Changes the author of the current value had seen and that have not arrived yet. */
  ahead: z.array(idSchema),
  waiting: z.array(waitingSchema),
});
export type Field = z.infer<typeof fieldSchema>;

const identity = {
  id: idSchema,
  file: idSchema,
  compartment: compartmentSchema,
  /** A name known to `domain`, or one from a newer version: a device stores whatever the server sends. */
  type: z.string().check(z.minLength(1), z.maxLength(40)),
};

/** One thing in a file. Id, file, compartment and type never change. A device stores whatever record the server sends. */
export const recordSchema = z.object({
  ...identity,
  compartment: openWord(compartmentSchema),
  fields: z.record(z.string(), fieldSchema),
  /** The server's number for the latest change to it; 0 for one that exists only on this device. */
  seq: z.number(),
});
export type Rec = z.infer<typeof recordSchema>;

export const fieldEditSchema = z.object({
  value: valueSchema,
  /** In order: the confirmed value on the author's screen, then the author's own pending changes laid over it. */
  saw: z.array(idSchema).check(z.maxLength(500)),
  /** Waiting values this edit puts aside. */
  settles: z.array(idSchema).check(z.maxLength(500)),
});
export type FieldEdit = z.infer<typeof fieldEditSchema>;

/**
 * One edit of one record by one person.
 * Field names with a slash (`languages/uk`) are elements of a set, whose value is true or false; `order` is a fractional key.
 */
export const changeSchema = z.object({
  id: idSchema,
  record: z.object(identity),
  /** True for the change that makes the record. */
  creates: z.boolean(),
  fields: z.record(z.string().check(z.minLength(1), z.maxLength(80)), fieldEditSchema),
});
export type Change = z.infer<typeof changeSchema>;

/** A change with the person whose vault signed it and the time that vault claimed. */
export interface Authored {
  change: Change;
  by: Id;
  at: number;
}
