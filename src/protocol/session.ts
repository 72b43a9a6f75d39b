import * as z from 'zod/mini';
import { idSchema } from '../domain/record.ts';
import { roleSchema } from '../domain/roles.ts';
import { municipalityKeySchema } from './pull.ts';

/** Typed POSTs that use the cookie also carry this header, which no other site's form can set. */
export const SAME_SITE_HEADER = 'x-fotfeste';

export const personSessionSchema = z.object({ id: idSchema, name: z.string(), role: roleSchema });

/** GET /session: who the cookie belongs to, and what the municipality is called. */
export const sessionSchema = z.object({
  tenant: z.object({ name: z.string(), place: z.string() }),
  /** In demo the server says what day it is (ISO date); hours and minutes run. */
  demo: z.nullable(z.object({ today: z.iso.date() })),
  person: z.nullable(personSessionSchema),
});
export type Session = z.infer<typeof sessionSchema>;

/** POST /vaults with the cookie: one person on one tablet asks to exist. */
export const registerVaultSchema = z.object({
  vault: idSchema,
  /** Whom the screen greets: another person may have signed in in the same browser meanwhile. */
  person: idSchema,
  /** P-256 ECDSA verification key, raw, base64url. */
  signingKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/)),
});
export type RegisterVault = z.infer<typeof registerVaultSchema>;

export const vaultRegisteredSchema = z.object({
  vault: idSchema,
  person: personSessionSchema,
  tenantName: z.string(),
  municipalityKey: municipalityKeySchema,
  /** Verifies orders the server signs for this vault: P-256 ECDSA, raw, base64url. */
  orderKey: z.string(),
  /** How long the vault may be opened without contact: stored now, enforced with cover and lock. Milliseconds since 1970. */
  lease: z.object({ until: z.number() }),
});
export type VaultRegistered = z.infer<typeof vaultRegisteredSchema>;

/** Every refusal has this body, and only these kinds. */
export const failureKinds = [
  'badRequest',
  'tooLarge',
  'signedOut',
  'notYourVault',
  'unknownVault',
  'badSignature',
  'brokenChain',
  'fork',
  'notAllowed',
  'notFound',
  'serverError',
] as const;
export const failureSchema = z.object({ failure: z.enum(failureKinds) });
export type Failure = z.infer<typeof failureSchema>['failure'];
