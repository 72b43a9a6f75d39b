const IV_BYTES = 12;

/** Encrypts what lies on the device. `place` is bound to the bytes: what is read from another place does not open. */
export interface VaultCipher {
  /** IV ‖ AES-256-GCM; a fresh IV makes the same words different bytes every time. */
  encrypt(plain: Uint8Array<ArrayBuffer>, place: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects with OperationError for another key, another place, or altered bytes. */
  decrypt(sealed: Uint8Array<ArrayBuffer>, place: string): Promise<Uint8Array<ArrayBuffer>>;
}

export function createCipher(key: CryptoKey): VaultCipher {
  return {
    async encrypt(plain, place) {
      const iv = newIv();
      return joined(iv, await crypto.subtle.encrypt(bound(iv, place), key, plain));
    },
    async decrypt(sealed, place) {
      const algorithm = bound(sealed.subarray(0, IV_BYTES), place);
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(IV_BYTES)));
    },
  };
}

/** A key made into bytes only `under` can turn back. `place` is bound to them as in a cipher. */
export async function wrapKey(format: 'raw' | 'pkcs8', key: CryptoKey, under: CryptoKey, place: string) {
  const iv = newIv();
  return joined(iv, await crypto.subtle.wrapKey(format, key, under, bound(iv, place)));
}

/** The key, never to be exported again. Rejects with OperationError where `under` did not wrap it. */
export async function unwrapKey(
  wrapped: Uint8Array<ArrayBuffer>,
  under: CryptoKey,
  place: string,
  kind: { format: 'raw' | 'pkcs8'; algorithm: Algorithm; usages: KeyUsage[] },
): Promise<CryptoKey> {
  const algorithm = bound(wrapped.subarray(0, IV_BYTES), place);
  const bytes = wrapped.subarray(IV_BYTES);
  return crypto.subtle.unwrapKey(kind.format, bytes, under, algorithm, kind.algorithm, false, kind.usages);
}

function newIv(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(IV_BYTES));
}

function bound(iv: Uint8Array<ArrayBuffer>, place: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) };
}

function joined(iv: Uint8Array, rest: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(iv.length + rest.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(rest), iv.length);
  return bytes;
}
