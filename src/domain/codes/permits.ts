import * as z from 'zod/mini';

/** Kinds of residence permit: A–G are those of integreringsloven § 9, P and R concern training in Norwegian only. */
export const permits = [
  'A_FLYKTNING',
  'B_OVERFORING',
  'C_HUMANITAER',
  'D_BARNEFAMILIE_ID',
  'E_KOLLEKTIV',
  'F_FAMILIE',
  'G_SELVSTENDIG',
  'P_PLIKT',
  'R_ANNEN',
] as const;
export const permitSchema = z.enum(permits);
export type Permit = z.infer<typeof permitSchema>;
