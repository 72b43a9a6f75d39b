import type { Envelope } from '../protocol/envelope.ts';
import type { Opened, Opener } from '../sync/server-ports.ts';
import { headerHash } from './header.ts';
import type { MunicipalityKeyPair } from './municipality-key.ts';
import { type AgreedKeys, agreedKeys, openEnvelope } from './open.ts';
import { parsePayload } from './parse-payload.ts';
import { verifyBatch } from './verify.ts';

/** The municipality's side of sealing, with every private key it still has. */
export function createOpener(municipality: readonly MunicipalityKeyPair[]): Opener {
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
