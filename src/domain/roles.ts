import * as z from 'zod/mini';

/** Every kind of account a municipality can give. What each may read and write is in `access.ts`. */
export const roles = [
  'adviser',
  'leader',
  'teacher',
  'nav',
  'health',
  'volunteer',
  'school',
  'county',
  'admin',
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
