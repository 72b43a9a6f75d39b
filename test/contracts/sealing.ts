import type { Payload } from '../../src/protocol/envelope.ts';
import { generateMunicipalityKey, importMunicipalityKey } from '../../src/sealing/municipality-key.ts';
import { createEnvelopeSealer } from '../../src/sealing/seal.ts';
import { generateSigningKey } from '../../src/sealing/signing-key.ts';
import type { VaultRow } from '../../src/sync/server-ports.ts';

export const VAULT = '6f1c9d4e-0c1f-4a51-9d4e-1f2a3b4c5d6e';
const MUNICIPALITY_KEY = '0b9d7a52-3f50-4f0c-8f55-2f3c8a4b1d20';

/** A change of one text field, as a device would seal it. */
export function payloadWith(text: string): Payload {
  return {
    version: 1,
    kind: 'change',
    claimedAt: 1_794_800_000_000,
    change: {
      id: '3d0f3c86-9a53-4a2e-8a9e-70b2ab3c9f11',
      record: {
        id: '9e2b6f0a-1c1d-4b6e-a3de-5f4c3b2a1908',
        file: '9e2b6f0a-1c1d-4b6e-a3de-5f4c3b2a1907',
        compartment: 'language',
        type: 'goal',
      },
      creates: true,
      fields: { text: { value: text, saw: [], settles: [] } },
    },
  };
}

/** One device and one municipality that know each other's public keys. */
export async function sealingPair() {
  const municipality = await importMunicipalityKey(MUNICIPALITY_KEY, await generateMunicipalityKey());
  const signing = await generateSigningKey(false);
  const keys = {
    vault: VAULT,
    signingKey: signing.privateKey,
    municipalityKey: { id: municipality.id, publicKey: municipality.publicKey },
  };
  const sealer = await createEnvelopeSealer(keys);
  const vault: VaultRow = {
    id: VAULT,
    signingKey: signing.publicKey,
    person: VAULT,
    counter: 0,
    chain: '',
    revoked: false,
  };

  async function seal(...texts: string[]) {
    const payloads = texts.map((text, index) => ({ counter: index + 1, payload: payloadWith(text) }));
    return (await sealer.seal('', payloads)).envelopes.map(({ envelope }) => envelope);
  }
  return { municipality, vault, keys, sealer, seal };
}
