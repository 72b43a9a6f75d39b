import { argon2Key } from './argon2.ts';
import type { Derivation } from './derivation.ts';

/** A worker of its own: loaded when a passphrase is made or used, ended with its 64 MiB when it has answered. */
self.onmessage = async ({ data }: MessageEvent<{ passphrase: string; derivation: Derivation }>) => {
  const key = await argon2Key(data.passphrase, data.derivation).catch((error: unknown) => String(error));
  self.postMessage(key);
};
