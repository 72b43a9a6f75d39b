import * as z from 'zod/mini';
import { educationLevelSchema } from '../codes/education-levels.ts';
import { endGoalSchema } from '../codes/end-goals.ts';
import { endReasonSchema } from '../codes/end-reasons.ts';
import { permitSchema } from '../codes/permits.ts';
import type { Id } from '../record.ts';
import { recordType } from './record-type.ts';
import { daySchema, proseSchema } from './values.ts';

const day = z.nullable(daySchema);

/** A case has one plan, whoever begins it: every device makes its id of the file's, in a version no random id has. */
export function planIdOf(file: Id): Id {
  return `${file.slice(0, 14)}8${file.slice(15)}`;
}

/** What the rules of the act need, and the long-term goal that stands above the areas. */
export const plan = recordType({
  compartments: ['plan'],
  required: [],
  fields: {
    longTermGoal: proseSchema,
    endGoal: z.nullable(endGoalSchema),
    permit: permitSchema,
    education: educationLevelSchema,
    settledOn: day,
    programmeOfferedOn: day,
    programmeStartedOn: day,
    programmeEndedOn: day,
    trainingOfferedOn: day,
    endReason: z.nullable(endReasonSchema),
  },
});
