import type { Envelope } from '../protocol/envelope.ts';
import { agree } from './agreement.ts';
import { fromBase64url } from './base64url.ts';
import type { CryptoKey } from './crypto-key.ts';
import type { MunicipalityKeyPair } from './municipality-key.ts';
import { payloadHash, type SaltedPayload, unpad } from './salted-payload.ts';

/** The agreed key of an envelope, or null where the municipality has no such key or the ephemeral half is no point of the curve. */
export type AgreedKeys = (envelope: Envelope) => Promise<CryptoKey | null>;

/** Agrees once per unlock of a device instead of once per envelope. Made anew for each batch, so that nothing outlives its use. */
export function agreedKeys(municipality: readonly MunicipalityKeyPair[]): AgreedKeys {
  const agreed = new Map<string, Promise<CryptoKey | null>>();
  return (envelope) => {
    const { id, ephemeral } = envelope.key;
    const { vault } = envelope.header;
    const name = `${id} ${ephemeral} ${vault}`;
    let key = agreed.get(name);
    if (key === undefined) {
      const pair = municipality.find((each) => each.id === id);
      key = pair === undefined ? Promise.resolve(null) : agreeWith(pair, vault, ephemeral);
      agreed.set(name, key);
    }
    return key;
  };
}

/** What the envelope holds, or 'unreadable': another key, altered bytes, or a payload whose hash is not the header's. */
export async function openEnvelope(
  keys: AgreedKeys,
  envelope: Envelope,
  headerHash: string,
): Promise<SaltedPayload | 'unreadable'> {
  const key = await keys(envelope);
  const bytes = fromBase64url(envelope.ciphertext);
  if (key === null || bytes === null) return 'unreadable';
  const additionalData = new TextEncoder().encode(headerHash);
  try {
    const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData };
    const salted = unpad(new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes.subarray(12))));
    if (salted === null || (await payloadHash(salted)) !== envelope.header.payloadHash) return 'unreadable';
    return salted;
  } catch {
    return 'unreadable'; // the tag does not fit, or there is too little to hold one
  }
}

async function agreeWith(pair: MunicipalityKeyPair, vault: string, ephemeral: string): Promise<CryptoKey | null> {
  try {
    return await agree(pair.privateKey, ephemeral, { vault, municipalityKey: pair, ephemeral }, 'decrypt');
  } catch {
    return null;
  }
}
