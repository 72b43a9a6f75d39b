import * as z from 'zod/mini';

/** What a programme aims at (integreringsloven §§ 13–14). The first three are for those who have upper secondary education. */
export const endGoals = [
  'ARB_VGS',
  'UTD_OVER_VGS',
  'REKVAL',
  'VGS_FULL',
  'VGS_DELER',
  'FAGBREV',
  'ARB_UTEN_VGS',
] as const;
export const endGoalSchema = z.enum(endGoals);
export type EndGoal = z.infer<typeof endGoalSchema>;
