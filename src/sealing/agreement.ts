import { fromBase64url } from './base64url.ts';
import type { CryptoKey } from './crypto-key.ts';

/** Both public halves, base64url, and whose envelopes the key is for: all of it goes into the key, so none of it can be swapped. */
export interface AgreedBetween {
  vault: string;
  municipalityKey: { id: string; publicKey: string };
  ephemeral: string;
}

const ECDH_P256 = { name: 'ECDH', namedCurve: 'P-256' };

/** The AES-256-GCM key both sides arrive at: ECDH on P-256, then HKDF-SHA-256. Rejects for a `theirs` that is no point of the curve. */
export async function agree(
  own: CryptoKey,
  theirs: string,
  between: AgreedBetween,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const point = await crypto.subtle.importKey('raw', decoded(theirs), ECDH_P256, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, own, 256);
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const { vault, municipalityKey, ephemeral } = between;
  const info = JSON.stringify(['fotfeste/envelope/1', municipalityKey.id, municipalityKey.publicKey, ephemeral, vault]);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: new TextEncoder().encode(info) },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}

/** A pair for one unlock; its private half is dropped as soon as the key is agreed. */
export async function ephemeralPair(): Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }> {
  return crypto.subtle.generateKey(ECDH_P256, false, ['deriveBits']);
}

function decoded(publicKey: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64url(publicKey);
  if (bytes === null) throw new TypeError('A public key is a raw P-256 point as base64url.');
  return bytes;
}
