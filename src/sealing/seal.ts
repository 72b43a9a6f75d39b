import type { Header, Payload } from '../protocol/envelope.ts';
import type { MunicipalityKey } from '../protocol/pull.ts';
import type { SealedAppend, Sealer } from '../sync/ports.ts';
import { agree, ephemeralPair } from './agreement.ts';
import { toBase64url } from './base64url.ts';
import type { CryptoKey } from './crypto-key.ts';
import { headerHash } from './header.ts';
import { rawPublicKey } from './public-key.ts';
import { newSalt, pad, payloadHash, type SaltedPayload } from './salted-payload.ts';
import { signHeader } from './signing-key.ts';

/** What one unlock holds: an AES key agreed with the municipality once, under an ephemeral public half. */
export interface SealingKeys {
  vault: string;
  signingKey: CryptoKey;
  municipalityKey: MunicipalityKey;
}

/**
 * Agrees one key for this unlock and drops the ephemeral private half: each change then costs one AES-GCM, and no device
 * can open what it sent. Sealing throws RangeError for a change longer than one envelope holds.
 */
export async function createEnvelopeSealer(keys: SealingKeys): Promise<Sealer> {
  const { vault, signingKey, municipalityKey } = keys;
  const pair = await ephemeralPair();
  const ephemeral = await rawPublicKey(pair.publicKey);
  const between = { vault, municipalityKey, ephemeral };
  const agreed = await agree(pair.privateKey, municipalityKey.publicKey, between, 'encrypt');
  const key = { id: municipalityKey.id, ephemeral };

  async function sealOne(previous: string, counter: number, payload: Payload) {
    const salted = { salt: newSalt(), payload: JSON.stringify(payload) };
    const header: Header = { vault, counter, previous, payloadHash: await payloadHash(salted) };
    const hash = await headerHash(header);
    const [ciphertext, signature] = await Promise.all([encrypt(agreed, salted, hash), signHeader(signingKey, header)]);
    return { hash, envelope: { header, key, ciphertext, signature } };
  }

  return {
    async seal(chain, payloads) {
      const envelopes: SealedAppend['envelopes'] = [];
      let previous = chain;
      for (const { counter, payload } of payloads) {
        const { hash, envelope } = await sealOne(previous, counter, payload);
        envelopes.push({ counter, envelope, payload });
        previous = hash;
      }
      return { envelopes, chain: previous };
    },
  };
}

async function encrypt(key: CryptoKey, salted: SaltedPayload, hash: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(hash) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, pad(salted)));
  const bytes = new Uint8Array(iv.length + sealed.length);
  bytes.set(iv);
  bytes.set(sealed, iv.length);
  return toBase64url(bytes);
}
