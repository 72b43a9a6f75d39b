import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Envelope, Header, Payload } from '../../src/protocol/envelope.ts';
import { envelopeSchema, LONGEST_CIPHERTEXT } from '../../src/protocol/envelope.ts';
import { agree, ephemeralPair } from '../../src/sealing/agreement.ts';
import { fromBase64url, toBase64url } from '../../src/sealing/base64url.ts';
import { headerHash } from '../../src/sealing/header.ts';
import { generateMunicipalityKey, importMunicipalityKey } from '../../src/sealing/municipality-key.ts';
import { createOpener } from '../../src/sealing/opener.ts';
import { rawPublicKey } from '../../src/sealing/public-key.ts';
import { newSalt, pad, payloadHash } from '../../src/sealing/salted-payload.ts';
import { createEnvelopeSealer } from '../../src/sealing/seal.ts';
import { signHeader } from '../../src/sealing/signing-key.ts';
import { payloadWith, sealingPair, VAULT } from './sealing.ts';

vi.setConfig({ testTimeout: 60_000 }); // thousands of signatures, on whatever machine this is
afterEach(() => vi.restoreAllMocks());

function flipped(text: string, bit: number): string {
  const bytes = fromBase64url(text)!;
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  return toBase64url(bytes);
}

async function contentOf(pair: Awaited<ReturnType<typeof sealingPair>>, envelope: Envelope) {
  const [opened] = await createOpener([pair.municipality]).open([envelope]);
  return opened!.content;
}

const STRANGER = VAULT.replace('6f', '6e');
const UNREADABLE = { reason: 'unreadable' };

describe('an envelope', () => {
  test('holds what its author wrote, byte for byte, and is a valid message', async () => {
    const pair = await sealingPair();
    const opener = createOpener([pair.municipality]);
    const { sealer } = pair;
    const payload = payloadWith('Snakker med naboen: «hei», 你好, سلام, 🏔️');

    const { envelopes, chain } = await sealer.seal('', [{ counter: 1, payload }]);
    const envelope = envelopes[0]!.envelope;
    const [opened] = await opener.open([envelope]);

    expect(envelopeSchema.parse(JSON.parse(JSON.stringify(envelope)))).toEqual(envelope);
    expect(opened!.content).toEqual(payload);
    expect(opened!.salted!.payload).toBe(JSON.stringify(payload));
    expect(opened!.headerHash).toBe(chain);
    expect(await opener.verify(pair.vault, [envelope])).toBe(true);
  });

  test('of the same payload is different in every byte that could tell so', async () => {
    const { seal } = await sealingPair();
    const [one] = await seal('samme ord');
    const [other] = await seal('samme ord');

    expect(one!.ciphertext).not.toBe(other!.ciphertext);
    expect(one!.header.payloadHash).not.toBe(other!.header.payloadHash);
    const [a, b] = [fromBase64url(one!.ciphertext)!, fromBase64url(other!.ciphertext)!];
    const equal = a.filter((byte, at) => byte === b[at]).length;
    expect(equal).toBeLessThan(a.length / 20); // chance makes one in 256 equal
  });

  test('is refused when one bit of its ciphertext or IV is another', async () => {
    const pair = await sealingPair();
    const [envelope] = await pair.seal('et mål');
    const bits = fromBase64url(envelope!.ciphertext)!.length * 8;
    const tried = Array.from({ length: 400 }, (_, index) => (index < 96 ? index : Math.floor((index / 400) * bits)));

    for (const bit of [...tried, bits - 1]) {
      expect(await contentOf(pair, { ...envelope!, ciphertext: flipped(envelope!.ciphertext, bit) })).toEqual(
        UNREADABLE,
      );
    }
  });

  test('is refused when it is cut, empty, or spelt another way', async () => {
    const pair = await sealingPair();
    const [envelope] = await pair.seal('et mål');
    for (const ciphertext of ['', 'AAAA', envelope!.ciphertext.slice(0, -8), `${envelope!.ciphertext.slice(0, -1)}_`]) {
      expect(await contentOf(pair, { ...envelope!, ciphertext })).toEqual(UNREADABLE);
    }
  });

  test('is refused and unsigned when anything in its header is another', async () => {
    const pair = await sealingPair();
    const opener = createOpener([pair.municipality]);
    const [first, envelope] = await pair.seal('først', 'så');
    const { header } = envelope!;
    const others = [
      { ...header, counter: header.counter + 1 },
      { ...header, vault: STRANGER },
      { ...header, previous: flipped(header.previous, 5) },
      { ...header, previous: first!.header.payloadHash },
      ...Array.from({ length: 256 }, (_, bit) => ({ ...header, payloadHash: flipped(header.payloadHash, bit) })),
    ];
    for (const other of others) {
      const altered = { ...envelope!, header: other };
      expect(await contentOf(pair, altered)).toEqual(UNREADABLE);
      expect(await opener.verify({ ...pair.vault, id: other.vault }, [altered])).toBe(false);
    }
  });

  test('is unsigned when one bit of its signature is another, or the key is another vault’s', async () => {
    const pair = await sealingPair();
    const stranger = await sealingPair();
    const opener = createOpener([pair.municipality]);
    const [envelope] = await pair.seal('et mål');

    for (let bit = 0; bit < 512; bit++) {
      const altered = { ...envelope!, signature: flipped(envelope!.signature, bit) };
      expect(await opener.verify(pair.vault, [altered])).toBe(false);
    }
    expect(await opener.verify({ ...pair.vault, signingKey: stranger.vault.signingKey }, [envelope!])).toBe(false);
    expect(await opener.verify({ ...pair.vault, signingKey: 'AAAA' }, [envelope!])).toBe(false);
    expect(await opener.verify(pair.vault, [{ ...envelope!, signature: '' }])).toBe(false);
  });

  test('is unreadable under another key, another key’s name, and another ephemeral half', async () => {
    const pair = await sealingPair();
    const [envelope] = await pair.seal('et mål');
    const [other] = await (await sealingPair()).seal('et annet');
    const namesake = await importMunicipalityKey(pair.municipality.id, await generateMunicipalityKey());

    const [underNamesake] = await createOpener([namesake]).open([envelope!]);
    expect(underNamesake!.content).toEqual(UNREADABLE);
    expect(underNamesake!.salted).toBeNull();
    for (const key of [
      { ...envelope!.key, id: VAULT },
      { ...envelope!.key, ephemeral: other!.key.ephemeral },
      { ...envelope!.key, ephemeral: 'AAAA' },
    ]) {
      expect(await contentOf(pair, { ...envelope!, key })).toEqual(UNREADABLE);
    }
  });

  test('is unreadable when it is well sealed but holds something else than its header says', async () => {
    const pair = await sealingPair();
    const [envelope] = await pair.seal('det som sto der');
    const forged = await sealedAs(pair, envelope!.header, 'noe annet');
    expect(await contentOf(pair, forged)).toEqual(UNREADABLE);
    const payload = JSON.stringify(payloadWith('det som sto der'));
    const salted = { salt: newSalt(), payload };
    const honest = { ...envelope!.header, payloadHash: await payloadHash(salted) };
    expect(await contentOf(pair, await sealedAs(pair, honest, payload, salted.salt))).toEqual(
      payloadWith('det som sto der'),
    );
  });

  test('hides its length within a class, up to the longest the wire carries', async () => {
    const { seal } = await sealingPair();
    const lengths = async (...texts: string[]) => (await seal(...texts)).map((each) => each.ciphertext.length);

    const [empty, word, sentence] = await lengths('', 'ja', 'x'.repeat(300));
    expect(new Set([empty, word, sentence]).size).toBe(1);
    const [longer, longest] = await lengths('x'.repeat(30_000), 'x'.repeat(196_000));
    expect(longer).toBe(Math.ceil((32_768 * 4) / 3));
    expect(longest).toBe(LONGEST_CIPHERTEXT);
    await expect(seal('x'.repeat(196_608))).rejects.toThrow(RangeError);
  });

  test('survives being sealed again under a new key without a change to hash, chain or signature', async () => {
    const pair = await sealingPair();
    const [envelope] = await pair.seal('et mål');
    expect(await headerHash(envelope!.header)).toBe(await headerHash({ ...envelope!.header }));
    const opener = createOpener([pair.municipality]);
    const rekeyed = { ...envelope!, key: { ...envelope!.key, id: VAULT }, ciphertext: 'AAAA' };
    expect(await opener.verify(pair.vault, [rekeyed])).toBe(true);
  });
});

describe('a batch', () => {
  test('of a thousand changes needs one key agreement on each side', async () => {
    const deriveBits = vi.spyOn(crypto.subtle, 'deriveBits');
    const pair = await sealingPair();
    const texts = Array.from({ length: 1_000 }, (_, index) => `endring ${index}`);

    const envelopes = await pair.seal(...texts);
    expect(deriveBits).toHaveBeenCalledTimes(1);
    const opened = await createOpener([pair.municipality]).open(envelopes);
    expect(deriveBits).toHaveBeenCalledTimes(2);
    expect(opened.map(({ content }) => (content as Payload).change.fields.text!.value)).toEqual(texts);
    expect(await createOpener([]).verify(pair.vault, envelopes)).toBe(true);
  });

  test('agrees a new key at every unlock', async () => {
    const pair = await sealingPair();
    const again = await createEnvelopeSealer(pair.keys);
    const [first] = await pair.seal('en');
    const { envelopes } = await again.seal('', [{ counter: 1, payload: payloadWith('en') }]);
    expect(envelopes[0]!.envelope.key.ephemeral).not.toBe(first!.key.ephemeral);
    expect(await contentOf(pair, envelopes[0]!.envelope)).toEqual(payloadWith('en'));
  });

  test('is refused with a gap, out of order, doubled, or with a link exchanged', async () => {
    const pair = await sealingPair();
    const opener = createOpener([pair.municipality]);
    const [a, b, c] = (await pair.seal('a', 'b', 'c')) as [Envelope, Envelope, Envelope];
    const [otherA] = (await pair.seal('annen a')) as [Envelope];

    const signed = async (header: Header) => {
      return { ...c, header, signature: await signHeader(pair.keys.signingKey, header) };
    };

    expect(await opener.verify(pair.vault, [await signed(a.header)])).toBe(true);
    expect(await opener.verify(pair.vault, [a, b, c])).toBe(true);
    expect(await opener.verify(pair.vault, [b, c])).toBe(true);
    expect(await opener.verify(pair.vault, [])).toBe(true);
    for (const batch of [
      [a, await signed({ ...c.header, previous: await headerHash(a.header) })],
      [await signed({ ...a.header, vault: STRANGER })],
      [a, c],
      [b, a],
      [a, a, b],
      [otherA, b, c],
      [a, b, { ...c, signature: b.signature }],
    ]) {
      expect(await opener.verify(pair.vault, batch)).toBe(false);
    }
  });

  test('with bad ones in it loses none of the others, and says of each what is wrong', async () => {
    const pair = await sealingPair();
    const good = payloadWith('bra');
    const deep = JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`);
    const contents: [unknown, unknown][] = [
      [good, good],
      [payloadWith('nul \u0000'), { reason: 'notText' }],
      [payloadWith('halvt \uD83C'), { reason: 'notText' }],
      [payloadWith('{"'), payloadWith('{"')],
      [withValue(deep), { reason: 'notText' }],
      [withValue([[[[[[['d']]]]]]]), withValue([[[[[[['d']]]]]]])],
      [withValue([[[[[[[[['d']]]]]]]]]), { reason: 'notText' }],
      [{ ...good, version: 2 }, { reason: 'malformed' }],
      [{ ...good, change: { ...good.change, id: 'ingen' } }, { reason: 'malformed' }],
      ['bare tekst', { reason: 'malformed' }],
      [null, { reason: 'malformed' }],
      [good, good],
    ];
    const payloads = contents.map(([payload], index) => ({ counter: index + 1, payload: payload as Payload }));
    const { envelopes } = await pair.sealer.seal('', payloads);

    const opened = await createOpener([pair.municipality]).open(envelopes.map(({ envelope }) => envelope));
    expect(opened.map(({ content }) => content)).toEqual(contents.map(([, expected]) => expected));
    expect(opened.map(({ salted }) => salted?.payload)).toEqual(contents.map(([payload]) => JSON.stringify(payload)));
  });
});

/** What a device of someone's own making might send: any payload under any header, with the cipher done right. */
async function sealedAs(
  pair: Awaited<ReturnType<typeof sealingPair>>,
  header: Header,
  payload: string,
  salt = newSalt(),
): Promise<Envelope> {
  const own = await ephemeralPair();
  const ephemeral = await rawPublicKey(own.publicKey);
  const { municipalityKey } = pair.keys;
  const between = { vault: header.vault, municipalityKey, ephemeral };
  const key = await agree(own.privateKey, municipalityKey.publicKey, between, 'encrypt');
  const iv = new Uint8Array(12);
  const additionalData = new TextEncoder().encode(await headerHash(header));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, pad({ salt, payload }));
  const ciphertext = toBase64url(Buffer.concat([iv, new Uint8Array(sealed)]));
  return { header, key: { id: municipalityKey.id, ephemeral }, ciphertext, signature: '' };
}

function withValue(value: Payload['change']['fields'][string]['value']): Payload {
  const payload = payloadWith('');
  payload.change.fields.text!.value = value;
  return payload;
}
