import * as z from 'zod/mini';
import { relationSchema } from '../codes/relations.ts';
import { idSchema } from '../record.ts';
import { recordType } from './record-type.ts';
import { birthSchema, lineSchema } from './values.ts';

/**
 * One member of the household, as this case sees it. A household is no file: each member's case holds its own links.
 * A child without a case of its own is one link in each parent's case, with one `sharedId`.
 */
export const householdLink = recordType({
  compartments: ['family'],
  required: ['relation'],
  fields: {
    /** The member's own case, where there is one. */
    member: z.nullable(idSchema),
    name: lineSchema,
    relation: relationSchema,
    birth: z.nullable(birthSchema),
    sharedId: idSchema,
    school: lineSchema,
  },
});
