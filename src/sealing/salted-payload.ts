import { LONGEST_CIPHERTEXT } from '../protocol/envelope.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

/** A payload as its author wrote it, with the salt that makes its hash say nothing once both are shredded. */
export interface SaltedPayload {
  /** Base64url of SALT_BYTES random bytes. */
  salt: string;
  payload: string;
}

const SALT_BYTES = 32;
const LENGTH_BYTES = 4;
/** IV and tag of AES-GCM count towards the size class, for it is the ciphertext that others see. */
const CIPHER_BYTES = 12 + 16;
const SMALLEST_CLASS = 1_024;
const LARGEST_CLASS = (LONGEST_CIPHERTEXT / 4) * 3;

export function newSalt(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

/** SHA-256 over salt ‖ payload, base64url. Chain and signatures hold on to this, never to the payload itself. */
export async function payloadHash(salted: SaltedPayload): Promise<string> {
  const bytes = concat(saltBytes(salted.salt), new TextEncoder().encode(salted.payload));
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Salt ‖ length ‖ payload ‖ zeros up to a size class. Throws RangeError where it is more than one envelope may hold. */
export function pad(salted: SaltedPayload): Uint8Array<ArrayBuffer> {
  const payload = new TextEncoder().encode(salted.payload);
  const padded = new Uint8Array(paddedLength(SALT_BYTES + LENGTH_BYTES + payload.length));
  padded.set(saltBytes(salted.salt));
  new DataView(padded.buffer).setUint32(SALT_BYTES, payload.length);
  padded.set(payload, SALT_BYTES + LENGTH_BYTES);
  return padded;
}

/** What `pad` was given, or null for bytes it cannot have made. */
export function unpad(padded: Uint8Array): SaltedPayload | null {
  if (padded.length < SALT_BYTES + LENGTH_BYTES) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(SALT_BYTES);
  const rest = padded.subarray(SALT_BYTES + LENGTH_BYTES);
  if (length > rest.length) return null;
  try {
    const payload = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rest.subarray(0, length));
    return { salt: toBase64url(padded.subarray(0, SALT_BYTES)), payload };
  } catch {
    return null; // not UTF-8
  }
}

/** Classes grow by a half and a third in turn (1, 1.5, 2, 3, 4, 6 kB …): length tells little and costs at most half as much again. */
function paddedLength(length: number): number {
  let size = SMALLEST_CLASS;
  while (size - CIPHER_BYTES < length) size = Number.isInteger(Math.log2(size)) ? size * 1.5 : (size / 3) * 4;
  if (size > LARGEST_CLASS)
    throw new RangeError('This change is longer than one envelope holds; it must be shortened.');
  return size - CIPHER_BYTES;
}

function saltBytes(salt: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64url(salt);
  if (bytes?.length !== SALT_BYTES) throw new TypeError('A salt is 32 bytes as base64url.');
  return bytes;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
