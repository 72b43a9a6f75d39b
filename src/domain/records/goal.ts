import * as z from 'zod/mini';
import { areaSchema, compartmentsWithAreas } from '../areas.ts';
import { recordType } from './record-type.ts';
import { daySchema, orderSchema, proseSchema } from './values.ts';

/** What the person wants to reach within one area. */
export const goal = recordType({
  compartments: compartmentsWithAreas,
  required: ['area', 'text'],
  fields: { area: areaSchema, text: proseSchema, dueOn: z.nullable(daySchema), order: orderSchema },
});
