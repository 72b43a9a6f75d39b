import type { Envelope } from '../protocol/envelope.ts';
import { headerHash } from './header.ts';
import { isSignedBy } from './signing-key.ts';

/**
 * True where these are consecutive envelopes of the vault, each naming the hash of the one before, and the last is signed by it.
 * Whether the first continues what was received earlier is for the receiver to judge, under its lock.
 */
export async function verifyBatch(vault: { id: string; signingKey: string }, envelopes: Envelope[]): Promise<boolean> {
  for (const [index, { header }] of envelopes.entries()) {
    if (header.vault !== vault.id) return false;
    const before = envelopes[index - 1]?.header;
    if (before === undefined) continue;
    if (header.counter !== before.counter + 1 || header.previous !== (await headerHash(before))) return false;
  }
  const last = envelopes.at(-1);
  return last === undefined || (await isSignedBy(vault.signingKey, last.header, last.signature));
}
