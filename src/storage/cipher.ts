import type { Bytes } from './database.ts';

/** Encrypts under the vault's key. `place` is where the bytes lie; what was moved from another place does not open. */
export interface Cipher {
  encrypt(plain: Bytes, place: string): Promise<Bytes>;
  decrypt(sealed: Bytes, place: string): Promise<Bytes>;
}

export async function sealJson(cipher: Cipher, place: string, value: unknown): Promise<Bytes> {
  return cipher.encrypt(new TextEncoder().encode(JSON.stringify(value)), place);
}

/** What `sealJson` was given. Only this app, with this vault's key, can have written it, so its shape is taken at its word. */
export async function openJson<T>(cipher: Cipher, place: string, sealed: Bytes): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await cipher.decrypt(sealed, place)));
}
