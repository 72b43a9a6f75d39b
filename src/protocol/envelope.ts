import * as z from 'zod/mini';
import { changeSchema, idSchema } from '../domain/record.ts';

export const WIRE_VERSION = 1;

const base64url = (most: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.maxLength(most));
const sha256 = base64url(43);

/** What chain and signature cover: the vault's own consecutive count, and a hash of what was written. */
export const headerSchema = z.object({
  vault: idSchema,
  counter: z.number().check(z.int(), z.gte(1)),
  /** `headerHash` of the envelope before; empty for the vault's first. */
  previous: sha256,
  /** SHA-256 over salt ‖ payload bytes. */
  payloadHash: sha256,
});
export type Header = z.infer<typeof headerSchema>;

/** Which key it is sealed under. Outside the chain, so that sealing the same payload again changes neither hash nor signature. */
export const keyRefSchema = z.object({
  /** Id of the municipality's public key. */
  id: idSchema,
  /** The device's ephemeral P-256 public half, raw, base64url. */
  ephemeral: base64url(120),
});

/** Largest ciphertext accepted, in base64url characters; about 190 kB of text in one change. */
export const LONGEST_CIPHERTEXT = 262_144;

/** A change sealed to the municipality, chained and signed by its vault. Anyone may carry it; only the municipality can open it. */
export const envelopeSchema = z.object({
  header: headerSchema,
  key: keyRefSchema,
  /** IV ‖ AES-256-GCM over the padded { salt, payload }, with the header hash as associated data. */
  ciphertext: base64url(LONGEST_CIPHERTEXT),
  /** ECDSA P-256 over the header hash. The newest one vouches for all before it. */
  signature: base64url(120),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** The last millisecond a calendar has a day for. */
const END_OF_TIME = 8_640_000_000_000_000;
const momentSchema = z.number().check(z.int(), z.gte(-END_OF_TIME), z.lte(END_OF_TIME));

/** What an envelope holds. `claimedAt` is the device's clock in milliseconds: recorded and shown, never compared. */
export const payloadSchema = z.object({
  version: z.literal(WIRE_VERSION),
  kind: z.literal('change'),
  claimedAt: momentSchema,
  change: changeSchema,
});
export type Payload = z.infer<typeof payloadSchema>;
