import * as z from 'zod/mini';
import { targetLevelSchema } from '../codes/cefr.ts';
import { recordType } from './record-type.ts';

const level = z.nullable(targetLevelSchema);

/** The Norwegian-language target (norskmål): one level for each skill. */
export const languageTarget = recordType({
  compartments: ['language'],
  required: [],
  fields: { reading: level, listening: level, writing: level, speaking: level },
});
