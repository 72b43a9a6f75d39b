import * as z from 'zod/mini';

/** The four skills that are tested and have a target of their own. */
export const skills = ['reading', 'listening', 'writing', 'speaking'] as const;
export const skillSchema = z.enum(skills);
export type Skill = z.infer<typeof skillSchema>;

/** What can be aimed at, lowest first. */
export const targetLevels = ['A1', 'A2', 'B1', 'B2', 'C1'] as const;
export const targetLevelSchema = z.enum(targetLevels);
export type TargetLevel = z.infer<typeof targetLevelSchema>;

/** What a result can say, lowest first. */
export const resultLevels = ['below A1', ...targetLevels] as const;
export const resultLevelSchema = z.enum(resultLevels);
export type ResultLevel = z.infer<typeof resultLevelSchema>;
