import * as z from 'zod/mini';
import { languageTagSchema } from '../codes/languages.ts';
import { idSchema } from '../record.ts';
import { recordType } from './record-type.ts';
import { birthSchema, lineSchema } from './values.ts';

export const interpreterNeeds = ['never', 'decisions', 'always'] as const;
export const addressProtections = ['none', 'shielded', 'confidential', 'strictlyConfidential'] as const;
export type AddressProtection = (typeof addressProtections)[number];

/** Who the case is about. Its id is the file's id, so a case is known by the person in it. */
export const person = recordType({
  compartments: ['person'],
  required: ['givenNames', 'familyName'],
  fields: {
    givenNames: lineSchema.check(z.minLength(1)),
    /** Empty for the many who have one name only. */
    familyName: lineSchema,
    /** What the person wants to be called. */
    calledName: lineSchema,
    pronunciation: lineSchema,
    birth: birthSchema,
    interpreter: z.strictObject({ need: z.enum(interpreterNeeds), language: z.nullable(languageTagSchema) }),
    /** The staff member who answers for the case. */
    responsible: z.nullable(idSchema),
    addressProtection: z.enum(addressProtections),
    /** The municipality's own case number. Never an identity number. */
    reference: lineSchema,
  },
  sets: { languages: languageTagSchema },
});
