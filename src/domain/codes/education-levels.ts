import * as z from 'zod/mini';

/** Education from before, lowest first. */
export const educationLevels = [
  'INGEN',
  'BARNESKOLE_1_5',
  'UNGDOM_6_9',
  'GRUNNSKOLE_FULLFORT',
  'VGS_DELER',
  'VGS_FULLFORT_GSU',
  'FAGUTDANNING',
  'HOYERE_KORT',
  'HOYERE_LANG',
] as const;
export const educationLevelSchema = z.enum(educationLevels);
export type EducationLevel = z.infer<typeof educationLevelSchema>;
