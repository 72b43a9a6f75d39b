import { argon2id } from 'hash-wasm';
import type { DeriveKey } from './derivation.ts';
import { normalized } from './passphrase.ts';

/** Argon2id in this very thread, which it holds for a third of a second: see `derive-in-worker.ts`. */
export const argon2Key: DeriveKey = async (passphrase, { salt, memoryKiB, passes, lanes }) => {
  const hash = await argon2id({
    password: normalized(passphrase),
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(hash);
};
