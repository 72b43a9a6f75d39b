import type { Header } from '../protocol/envelope.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import type { CryptoKey } from './crypto-key.ts';
import { headerBytes } from './header.ts';
import { rawPublicKey } from './public-key.ts';

const ECDSA_P256 = { name: 'ECDSA', namedCurve: 'P-256' };
// The signature is made over the header's bytes hashed by SHA-256, which is to say over its `headerHash`.
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };

/** A vault's signing key. `extractable` only for the moment it takes to wrap it. */
export async function generateSigningKey(extractable: boolean): Promise<{ privateKey: CryptoKey; publicKey: string }> {
  const pair = await crypto.subtle.generateKey(ECDSA_P256, extractable, ['sign', 'verify']);
  return { privateKey: pair.privateKey, publicKey: await rawPublicKey(pair.publicKey) };
}

export async function signHeader(key: CryptoKey, header: Header): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign(SIGNING, key, headerBytes(header))));
}

/** True where the signature over this header is by the key of that raw, base64url public half. */
export async function isSignedBy(publicKey: string, header: Header, signature: string): Promise<boolean> {
  const key = await verifyingKey(publicKey);
  const bytes = fromBase64url(signature);
  if (key === null || bytes === null) return false;
  return crypto.subtle.verify(SIGNING, key, bytes, headerBytes(header));
}

/** True where signatures can be verified by that raw, base64url public half. */
export async function isVerificationKey(publicKey: string): Promise<boolean> {
  return (await verifyingKey(publicKey)) !== null;
}

async function verifyingKey(publicKey: string): Promise<CryptoKey | null> {
  const bytes = fromBase64url(publicKey);
  if (bytes === null) return null;
  try {
    return await crypto.subtle.importKey('raw', bytes, ECDSA_P256, false, ['verify']);
  } catch {
    return null; // no point of the curve
  }
}
