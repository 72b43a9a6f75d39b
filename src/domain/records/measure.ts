import * as z from 'zod/mini';
import { areaSchema, compartmentsWithAreas } from '../areas.ts';
import { measureKindSchema } from '../codes/measure-kinds.ts';
import { idSchema } from '../record.ts';
import { recordType } from './record-type.ts';
import { daySchema, lineSchema, orderSchema, proseSchema } from './values.ts';

/** The way of a measure, in order; `ended` is the other way out and comes with a reason. */
export const measureStatuses = ['suggested', 'planned', 'ongoing', 'done', 'ended'] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

const HOURS_IN_A_WEEK = 168;

/** Something that is done to reach a goal, or for its area where `goal` is null. */
export const measure = recordType({
  compartments: compartmentsWithAreas,
  required: ['area', 'kind', 'status'],
  fields: {
    goal: z.nullable(idSchema),
    area: areaSchema,
    kind: measureKindSchema,
    title: lineSchema,
    hoursPerWeek: z.nullable(z.number().check(z.gte(0), z.lte(HOURS_IN_A_WEEK))),
    /** Both days included. */
    period: z.strictObject({ from: z.nullable(daySchema), to: z.nullable(daySchema) }),
    status: z.enum(measureStatuses),
    endedBecause: proseSchema,
    /** The `location` record that says with whom and where. */
    location: z.nullable(idSchema),
    /** The same in each case that takes part, where a measure is shared. */
    sharedId: z.nullable(idSchema),
    order: orderSchema,
  },
});
