import { createHash } from 'node:crypto';
import type { LogEntry } from '../../src/sync/server-ports.ts';

/** What the chain covers of one entry: everything but the payload, which its salted hash stands for and which may be shredded. */
export type Chained = Omit<LogEntry, 'salted'>;

/** The chain after this entry: SHA-256, base64url, over the chain before it and the one spelling of the entry. */
export function chainAfter(before: string, entry: Chained): string {
  const { seq, change, author, header, headerHash, signature, claimedAt, receivedAt, outcome } = entry;
  const { vault, counter, previous, payloadHash } = header;
  const spelled = JSON.stringify([
    'fotfeste/log/1',
    before,
    seq,
    change,
    author,
    [vault, counter, previous, payloadHash],
    headerHash,
    signature,
    claimedAt,
    receivedAt,
    outcome,
  ]);
  return createHash('sha256').update(spelled).digest('base64url');
}
