import type { Header } from '../protocol/envelope.ts';
import { toBase64url } from './base64url.ts';

/** The one spelling of a header that is hashed, signed and given to the cipher as associated data. */
export function headerBytes(header: Header): Uint8Array<ArrayBuffer> {
  const { vault, counter, previous, payloadHash } = header;
  return new TextEncoder().encode(JSON.stringify(['fotfeste/header/1', vault, counter, previous, payloadHash]));
}

/** SHA-256 over `headerBytes`, base64url: what the next envelope of the vault calls `previous`. */
export async function headerHash(header: Header): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', headerBytes(header))));
}
