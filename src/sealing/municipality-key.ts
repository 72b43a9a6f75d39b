import type { CryptoKey } from './crypto-key.ts';
import { rawPublicKey } from './public-key.ts';

/** What opens envelopes: the private key that never leaves the server, with the public half devices seal to. */
export interface MunicipalityKeyPair {
  id: string;
  /** Raw, base64url. */
  publicKey: string;
  privateKey: CryptoKey;
}

/** A P-256 private key as JSON Web Key: how the server keeps it in a file outside the database. */
export type PrivateJwk = { kty: string; crv: string; x: string; y: string; d: string };

const ECDH_P256 = { name: 'ECDH', namedCurve: 'P-256' };

export async function generateMunicipalityKey(): Promise<PrivateJwk> {
  const pair = await crypto.subtle.generateKey(ECDH_P256, true, ['deriveBits']);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { kty, crv, x, y, d } as PrivateJwk;
}

/** Rejects for a file that holds no P-256 private key. The imported key cannot be exported again. */
export async function importMunicipalityKey(id: string, jwk: PrivateJwk): Promise<MunicipalityKeyPair> {
  const { d: _private, ...publicJwk } = jwk;
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', jwk, ECDH_P256, false, ['deriveBits']),
    crypto.subtle.importKey('jwk', publicJwk, ECDH_P256, true, []),
  ]);
  return { id, privateKey, publicKey: await rawPublicKey(publicKey) };
}
