/** How a passphrase becomes a key. Stored beside what that key wraps, so that it can grow with the machines. */
export interface Derivation {
  algorithm: 'argon2id';
  salt: Uint8Array<ArrayBuffer>;
  memoryKiB: number;
  passes: number;
  lanes: number;
}

/** 32 bytes from a passphrase, by the means of the derivation. Rejects where the device cannot spare the memory. */
export type DeriveKey = (passphrase: string, derivation: Derivation) => Promise<Uint8Array<ArrayBuffer>>;

/** What a new vault uses: about a third of a second on a tablet, and 64 MiB for every guess of a thief. */
export function newDerivation(): Derivation {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { algorithm: 'argon2id', salt, memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
}
