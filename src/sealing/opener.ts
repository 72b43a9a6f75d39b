import type { Envelope, Payload } from '../protocol/envelope.ts';
import { headerHash } from './header.ts';
import type { MunicipalityKeyPair } from './municipality-key.ts';
import { type AgreedKeys, agreedKeys, openEnvelope } from './open.ts';
import { parsePayload } from './parse-payload.ts';
import type { SaltedPayload } from './salted-payload.ts';
import { verifyBatch } from './verify.ts';

interface Opened {
  envelope: Envelope;
  headerHash: string;
  /** Null where it could not be opened or its hash was another. */
  salted: SaltedPayload | null;
  content: Payload | { reason: 'unreadable' | 'malformed' | 'notText' };
}

/** The municipality's side of sealing, with every private key it still has. */
export interface EnvelopeOpener {
  /** See `verifyBatch`. */
  verify(vault: { id: string; signingKey: string }, envelopes: Envelope[]): Promise<boolean>;
  /** Opens and parses each by itself, in order; one that cannot be opened or parsed never stops the others. */
  open(envelopes: Envelope[]): Promise<Opened[]>;
}

export function createOpener(municipality: readonly MunicipalityKeyPair[]): EnvelopeOpener {
  return {
    verify: verifyBatch,
    open(envelopes) {
      const keys = agreedKeys(municipality);
      return Promise.all(envelopes.map((envelope) => openOne(keys, envelope)));
    },
  };
}

async function openOne(keys: AgreedKeys, envelope: Envelope): Promise<Opened> {
  const hash = await headerHash(envelope.header);
  const salted = await openEnvelope(keys, envelope, hash);
  if (salted === 'unreadable') return { envelope, headerHash: hash, salted: null, content: { reason: 'unreadable' } };
  return { envelope, headerHash: hash, salted, content: parsePayload(salted.payload) };
}
