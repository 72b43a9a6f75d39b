import { randomUUID } from 'node:crypto';
import type { Change, Id, Value } from '../../src/domain/record.ts';
import type { Envelope } from '../../src/protocol/envelope.ts';
import { type PullAnswer, pullAnswerSchema } from '../../src/protocol/pull.ts';
import { type SendAnswer, sendAnswerSchema } from '../../src/protocol/send.ts';
import { sessionSchema, type VaultRegistered, vaultRegisteredSchema } from '../../src/protocol/session.ts';
import { createEnvelopeSealer } from '../../src/sealing/seal.ts';
import { generateSigningKey } from '../../src/sealing/signing-key.ts';
import type { Sealer } from '../../src/sync/ports.ts';
import { Browser } from './browser.ts';

/** One vault over real HTTP, with real keys, that remembers no more than its chain and cursor. */
export class Tablet {
  readonly id: Id;
  readonly browser: Browser;
  readonly registered: VaultRegistered;
  private readonly sealer: Sealer;
  private counter = 0;
  private chain = '';
  private cursor: string | null = null;

  private constructor(browser: Browser, registered: VaultRegistered, sealer: Sealer) {
    this.id = registered.vault;
    this.browser = browser;
    this.registered = registered;
    this.sealer = sealer;
  }

  static async of(browser: Browser): Promise<Tablet> {
    const { privateKey, publicKey } = await generateSigningKey(false);
    const vault = randomUUID();
    const { person } = sessionSchema.parse(await (await browser.fetch('/session')).json());
    const answer = await browser.post('/vaults', { vault, person: person?.id, signingKey: publicKey });
    const registered = vaultRegisteredSchema.parse(await answer.json());
    const { municipalityKey } = registered;
    return new Tablet(
      browser,
      registered,
      await createEnvelopeSealer({ vault, signingKey: privateKey, municipalityKey }),
    );
  }

  /** Signed in as this person. */
  static async signedIn(origin: string, subject: string): Promise<Tablet> {
    const browser = new Browser(origin);
    await browser.signIn(subject);
    return Tablet.of(browser);
  }

  async seal(...changes: Change[]): Promise<Envelope[]> {
    const payloads = changes.map((change, index) => ({
      counter: this.counter + 1 + index,
      payload: { version: 1 as const, kind: 'change' as const, claimedAt: 1_794_800_000_000, change },
    }));
    const { envelopes, chain } = await this.sealer.seal(this.chain, payloads);
    this.counter += changes.length;
    this.chain = chain;
    return envelopes.map(({ envelope }) => envelope);
  }

  /** Without cookie, as anyone may carry it; to another process where an origin is given. */
  post(envelopes: Envelope[], origin = this.browser.origin): Promise<Response> {
    const body = JSON.stringify({ vault: this.id, epoch: 0, envelopes });
    return fetch(`${origin}/send`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  }

  async send(...changes: Change[]): Promise<SendAnswer> {
    return sendAnswerSchema.parse(await (await this.post(await this.seal(...changes))).json());
  }

  pullRequest() {
    return { vault: this.id, cursor: this.cursor, scopeVersion: 0, staffVersion: null };
  }

  /** All there is since the last time. */
  async pull(): Promise<PullAnswer[]> {
    const pages: PullAnswer[] = [];
    do {
      const answer = await this.browser.post('/pull', this.pullRequest());
      pages.push(pullAnswerSchema.parse(await answer.json()));
      this.cursor = pages.at(-1)?.cursor ?? null;
    } while (!pages.at(-1)?.atHead);
    return pages;
  }
}

/** A new case on a made-up person. */
export function newCase(file: Id, givenNames: string, responsible: Id): Change {
  return creation(
    file,
    { id: file, compartment: 'person', type: 'person' },
    { givenNames, familyName: '', responsible },
  );
}

export function newGoal(
  file: Id,
  text: string,
  area: 'language' | 'health' = 'language',
  id: Id = randomUUID(),
): Change {
  return creation(file, { id, compartment: area, type: 'goal' }, { area, text });
}

function creation(
  file: Id,
  record: Pick<Change['record'], 'id' | 'compartment' | 'type'>,
  fields: Record<string, Value>,
): Change {
  const edits = Object.entries(fields).map(([name, value]) => [name, { value, saw: [], settles: [] }]);
  return { id: randomUUID(), record: { ...record, file }, creates: true, fields: Object.fromEntries(edits) };
}
