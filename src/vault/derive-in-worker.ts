import type { DeriveKey } from './derivation.ts';

/** Derives in a worker made for this one passphrase, so that the screen keeps moving and the memory is given back. */
export const deriveInWorker: DeriveKey = async (passphrase, derivation) => {
  const worker = new Worker(new URL('./argon2-worker.ts', import.meta.url), { type: 'module', name: 'argon2' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer> | string>) =>
        typeof data === 'string' ? reject(new Error(data)) : resolve(data);
      worker.onerror = (event) => reject(new Error(`The key could not be derived: ${event.message}`));
      worker.postMessage({ passphrase, derivation });
    });
  } finally {
    worker.terminate();
  }
};
