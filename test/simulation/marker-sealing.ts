import type { Id } from '../../src/domain/record.ts';
import { isWellFormed } from '../../src/domain/well-formed.ts';
import type { Envelope, Header, Payload } from '../../src/protocol/envelope.ts';
import type { Sealer } from '../../src/sync/ports.ts';
import type { Opened, Opener, VaultRow } from '../../src/sync/server-ports.ts';

/** Seals with a marker instead of a cipher; chain, hashes and signature are as real as a cheap hash can make them. */
export class MarkerSealer implements Sealer {
  private readonly vault: Id;
  private readonly signingKey: string;
  private readonly keyOf: () => Id;

  /** `keyOf` says which municipality's key each envelope is sealed to. */
  constructor(vault: Id, signingKey: string, keyOf: () => Id) {
    this.vault = vault;
    this.signingKey = signingKey;
    this.keyOf = keyOf;
  }

  seal(chain: string, payloads: { counter: number; payload: Payload }[]) {
    let previous = chain;
    const envelopes = payloads.map(({ counter, payload }) => {
      const envelope = this.envelope(previous, counter, JSON.stringify(payload));
      previous = headerMark(envelope.header);
      return { counter, envelope, payload };
    });
    return { envelopes, chain: previous };
  }

  private envelope(previous: string, counter: number, payload: string): Envelope {
    const salt = `salt${counter}`;
    const header = { vault: this.vault, counter, previous, payloadHash: mark(salt + payload) };
    return {
      header,
      key: { id: this.keyOf(), ephemeral: '' },
      ciphertext: `${salt}|${payload}`,
      signature: signatureOf(this.signingKey, headerMark(header)),
    };
  }
}

/** Opens what a `MarkerSealer` sealed to `key`; everything else is unreadable. */
export class MarkerOpener implements Opener {
  private readonly key: Id;
  /** What was opened before opens the same again. */
  private readonly opened = new Map<Envelope, Opened>();

  constructor(key: Id) {
    this.key = key;
  }

  verify(vault: VaultRow, envelopes: Envelope[]): boolean {
    const isChained = envelopes.every(({ header }, index) => {
      const before = envelopes[index - 1];
      return before === undefined || header.previous === headerMark(before.header);
    });
    const last = envelopes.at(-1);
    return isChained && (!last || last.signature === signatureOf(vault.signingKey, headerMark(last.header)));
  }

  open(envelopes: Envelope[]): Opened[] {
    return envelopes.map((envelope) => {
      const opened = this.opened.get(envelope) ?? this.openOne(envelope);
      this.opened.set(envelope, opened);
      return opened;
    });
  }

  private openOne(envelope: Envelope): Opened {
    const headerHash = headerMark(envelope.header);
    const salted = this.salted(envelope);
    return { envelope, headerHash, salted, content: salted ? contentOf(salted.payload) : { reason: 'unreadable' } };
  }

  private salted({ header, key, ciphertext }: Envelope): Opened['salted'] {
    const at = ciphertext.indexOf('|');
    const salted = { salt: ciphertext.slice(0, at), payload: ciphertext.slice(at + 1) };
    return key.id === this.key && mark(salted.salt + salted.payload) === header.payloadHash ? salted : null;
  }
}

/** The longest name a field may have; the whole schema is tried where the real opener is. */
const LONGEST_NAME = 80;

function contentOf(text: string): Opened['content'] {
  const payload = JSON.parse(text) as Payload;
  const { fields } = payload.change;
  if (Object.keys(fields).some((name) => name === '' || name.length > LONGEST_NAME)) return { reason: 'malformed' };
  return Object.values(fields).every(({ value }) => isWellFormed(value)) ? payload : { reason: 'notText' };
}

/** What the next envelope of the vault calls `previous`. */
export function headerMark({ vault, counter, previous, payloadHash }: Header): string {
  return mark(`${vault}|${counter}|${previous}|${payloadHash}`);
}

function signatureOf(signingKey: string, headerHash: string): string {
  return `${signingKey}-${headerHash}`;
}

/** A cheap stand-in for SHA-256 (FNV-1a): within one schedule no two texts meet in it. */
export function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
