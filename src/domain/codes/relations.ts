import * as z from 'zod/mini';

/** What the other person is to the one whose case the link lies in. */
export const relations = [
  'spouse',
  'partner',
  'child',
  'stepchild',
  'fosterChild',
  'parent',
  'stepparent',
  'sibling',
  'nieceOrNephew',
  'uncleOrAunt',
  'grandparent',
  'grandchild',
  'other',
] as const;
export const relationSchema = z.enum(relations);
export type Relation = z.infer<typeof relationSchema>;
