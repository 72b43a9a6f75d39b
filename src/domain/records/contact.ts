import { recordType } from './record-type.ts';
import { lineSchema, proseSchema } from './values.ts';

/** How to reach the person. `safeChannel` says which way is safe, where not every way is. */
export const contact = recordType({
  compartments: ['contact'],
  required: [],
  fields: { phone: lineSchema, email: lineSchema, safeChannel: proseSchema },
});
