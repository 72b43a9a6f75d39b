import { toBase64url } from './base64url.ts';
import type { CryptoKey } from './crypto-key.ts';

/** A P-256 public key as it is written on the wire and in the database: the raw point, base64url. */
export async function rawPublicKey(key: CryptoKey): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', key)));
}
