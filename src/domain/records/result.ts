import * as z from 'zod/mini';
import { resultLevelSchema, skillSchema } from '../codes/cefr.ts';
import { recordType } from './record-type.ts';
import { daySchema } from './values.ts';

export const resultSources = ['teacher', 'test', 'own'] as const;

/** How far someone has come in Norwegian, in one skill, on one day, and who says so. */
export const result = recordType({
  compartments: ['language'],
  required: ['skill', 'level', 'source', 'takenOn'],
  fields: { skill: skillSchema, level: resultLevelSchema, source: z.enum(resultSources), takenOn: daySchema },
});
