import * as z from 'zod/mini';
import { areaSchema, compartmentsWithAreas } from '../areas.ts';
import { idSchema } from '../record.ts';
import { recordType } from './record-type.ts';
import { daySchema, proseSchema } from './values.ts';

export const entryKinds = ['note', 'conversation', 'visit', 'language', 'plan', 'attendance'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One entry in the log. It is never rewritten: a new one corrects it. A worry with readers of its own lies in `concern`. */
export const entry = recordType({
  compartments: [...compartmentsWithAreas, 'concern'],
  required: ['kind', 'area', 'text', 'happenedOn'],
  appendOnly: true,
  fields: {
    kind: z.enum(entryKinds),
    area: z.nullable(areaSchema),
    text: proseSchema.check(z.minLength(1)),
    happenedOn: daySchema,
    corrects: z.nullable(idSchema),
  },
});
