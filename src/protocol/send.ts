import * as z from 'zod/mini';
import { openWord } from '../domain/open-word.ts';
import { idSchema } from '../domain/record.ts';
import { type Envelope, envelopeSchema } from './envelope.ts';

/** Most envelopes in one request, and the most bytes the server reads of one. */
export const MOST_ENVELOPES = 100;
export const LONGEST_SEND = 4 * 1024 * 1024;

/** POST /send, without cookie: envelopes of one vault in counter order. An empty send asks only for orders. */
export const sendRequestSchema = z.object({
  vault: idSchema,
  epoch: z.number(),
  envelopes: z.array(envelopeSchema).check(z.maxLength(MOST_ENVELOPES)),
});
export type SendRequest = z.infer<typeof sendRequestSchema>;

/** The first of these envelopes, as many as one request may hold; always at least one. */
export function fitting(envelopes: Envelope[]): Envelope[] {
  const few = envelopes.slice(0, MOST_ENVELOPES);
  const room = LONGEST_SEND - 1_000 * few.length;
  let size = 0;
  return few.filter((envelope, index) => {
    size += envelope.ciphertext.length;
    return index === 0 || size <= room;
  });
}

/** Why a change waits in quarantine instead of in the plan. */
export const quarantineReasons = [
  /** Could not be opened with the key it names; the author's next unlock seals it again. */
  'unreadable',
  /** Opened, but not a change this server can parse. */
  'malformed',
  /** A value the record's schema does not allow. */
  'invalid',
  /** NUL, lone surrogate or nesting that no database can hold. */
  'notText',
  /** The record it edits has not arrived. */
  'recordUnknown',
  /** File, compartment or type differ from those of the record. */
  'mismatch',
  /** The author may not write there. */
  'notAllowed',
  /** The database refused it alone. */
  'refused',
  'vaultRevoked',
] as const;
export const quarantineReasonSchema = z.enum(quarantineReasons);
export type QuarantineReason = z.infer<typeof quarantineReasonSchema>;

/** What merging a change came to, weightiest field first. */
export const mergeOutcomes = ['waiting', 'applied', 'same', 'history'] as const;
export type MergeOutcome = (typeof mergeOutcomes)[number];
export const outcomeSchema = z.enum([...mergeOutcomes, 'quarantined', 'duplicate']);
export type Outcome = z.infer<typeof outcomeSchema>;

export const changeAnswerSchema = z.object({
  counter: z.number(),
  outcome: openWord(outcomeSchema),
  seq: z.number(),
  reason: z.optional(openWord(quarantineReasonSchema)),
});
export type ChangeAnswer = z.infer<typeof changeAnswerSchema>;

export const sendAnswerSchema = z.object({
  epoch: z.number(),
  answers: z.array(changeAnswerSchema),
  /** The vault's highest counter the server holds. A sender that is ahead of it starts again from the next. */
  received: z.number(),
});
export type SendAnswer = z.infer<typeof sendAnswerSchema>;
