import * as z from 'zod/mini';
import { openWord } from '../domain/open-word.ts';
import { changeSchema, idSchema, recordSchema } from '../domain/record.ts';
import { roleSchema } from '../domain/roles.ts';
import { quarantineReasonSchema } from './send.ts';

/** POST /pull, with the session cookie of the vault's own person. */
export const pullRequestSchema = z.object({
  vault: idSchema,
  /** As the server gave it; null before the first. Opaque to the device. */
  cursor: z.nullable(z.string().check(z.maxLength(500))),
  scopeVersion: z.number(),
  /** Version of the staff directory the device holds; null for none. */
  staffVersion: z.nullable(z.string().check(z.maxLength(100))),
});
export type PullRequest = z.infer<typeof pullRequestSchema>;

/** A change of one's own that the server keeps outside the plan, whole, until it is mended, released or discarded. */
export const quarantinedSchema = z.object({
  seq: z.number(),
  vault: idSchema,
  counter: z.number(),
  reason: openWord(quarantineReasonSchema),
  /** Null when it could not be read. */
  change: z.nullable(changeSchema),
  receivedAt: z.number(),
});
export type Quarantined = z.infer<typeof quarantinedSchema>;

export const staffMemberSchema = z.object({ id: idSchema, name: z.string(), role: openWord(roleSchema) });
export type StaffMember = z.infer<typeof staffMemberSchema>;

/** The municipality's public key that envelopes are sealed to: P-256, raw, base64url. */
export const municipalityKeySchema = z.object({ id: idSchema, publicKey: z.string().check(z.maxLength(120)) });
export type MunicipalityKey = z.infer<typeof municipalityKeySchema>;

export const pullAnswerSchema = z.object({
  epoch: z.number(),
  cursor: z.string(),
  scopeVersion: z.number(),
  /** True for the page that reaches the head; only then may the pages of this pull be shown. */
  atHead: z.boolean(),
  records: z.array(recordSchema),
  quarantined: z.array(quarantinedSchema),
  /** The vault's highest counter the server had received in the snapshot this page was read from. */
  received: z.number(),
  /** Envelopes up to this counter need no longer be kept on the device. */
  forget: z.number(),
  municipalityKey: municipalityKeySchema,
  staff: z.optional(z.object({ version: z.string(), members: z.array(staffMemberSchema) })),
});
export type PullAnswer = z.infer<typeof pullAnswerSchema>;
