import type { Value } from '../domain/record.ts';
import { isWellFormed } from '../domain/well-formed.ts';
import { type Payload, payloadSchema } from '../protocol/envelope.ts';

/** A field's value lies four levels into a payload; what it may nest is counted from there. */
const ABOVE_A_VALUE = -4;

/** The payload, or why it is none. Depth is judged before the schema, which walks as deep as it is led. */
export function parsePayload(text: string): Payload | { reason: 'malformed' | 'notText' } {
  let parsed: Value;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { reason: 'malformed' };
  }
  if (!isWellFormed(parsed, ABOVE_A_VALUE)) return { reason: 'notText' };
  const payload = payloadSchema.safeParse(parsed);
  return payload.success ? payload.data : { reason: 'malformed' };
}
