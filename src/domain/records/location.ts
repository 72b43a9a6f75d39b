import * as z from 'zod/mini';
import { recordType } from './record-type.ts';
import { lineSchema } from './values.ts';

/** Where the person can be found: a home's address, or a measure's partner and place. Apart, so that it can have readers of its own. */
export const location = recordType({
  compartments: ['location'],
  required: ['kind'],
  fields: { kind: z.enum(['home', 'place']), partner: lineSchema, place: lineSchema },
});
