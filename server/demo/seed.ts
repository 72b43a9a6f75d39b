import { randomUUID } from 'node:crypto';
import type { Change, Id } from '../../src/domain/record.ts';
import { MOST_ENVELOPES } from '../../src/protocol/send.ts';
import { createOpener } from '../../src/sealing/opener.ts';
import { createEnvelopeSealer } from '../../src/sealing/seal.ts';
import { generateSigningKey } from '../../src/sealing/signing-key.ts';
import { answerSend } from '../../src/sync/answer/answer-send.ts';
import type { Sealer } from '../../src/sync/ports.ts';
import type { ServerPorts } from '../../src/sync/server-ports.ts';
import { drive } from '../../src/sync/steps.ts';
import { addMember, grantFile } from '../administration/administer.ts';
import { registerVault } from '../administration/vaults.ts';
import type { Database } from '../database/connect.ts';
import { asWriter } from '../database/scope.ts';
import { createFeed } from '../feed/postgres-feed.ts';
import type { ServerKeys } from '../keys/server-keys.ts';
import { createLog } from '../log/postgres-log.ts';
import { type Delivery, deliveries } from './deliveries.ts';
import { demoGrants, demoHistory, demoStaff } from './history.ts';

export interface SeedOptions {
  database: Database;
  tenant: string;
  keys: ServerKeys;
  today: string;
  /** Called where there is something to do. */
  begin(): void;
}

/**
 * Fills the demo municipality once, through the same door as everyone: each of its staff has a tablet that seals, chains and
 * signs, and the server opens, merges and answers, at the time it happened. Answers how many changes were carried in;
 * 0 where it was done before. Begun again after a kill, what had arrived is answered as received.
 */
export async function seedDemo({ database, tenant, keys, today, begin }: SeedOptions): Promise<number> {
  if (await isSeeded(database, tenant)) return 0;
  begin();
  for (const member of demoStaff) await addMember(database, tenant, member);
  const desk = new SeedDesk(database, tenant, keys);
  let carried = 0;
  for (const delivery of deliveries(demoHistory(today), MOST_ENVELOPES)) carried += await desk.deliver(delivery);
  await retireAll(database, tenant, desk.clock);
  return carried;
}

/** The tablets that carried it in are retired in one statement, last of all: that they are says that all is there. */
async function isSeeded(database: Database, tenant: string): Promise<boolean> {
  const retired = await asWriter(database, tenant, (trx) =>
    trx
      .selectFrom('vault')
      .select('id')
      .where('tenant', '=', tenant)
      .where('revoked_at', 'is not', null)
      .limit(1)
      .execute(),
  );
  return retired.length > 0;
}

async function retireAll(database: Database, tenant: string, now: number): Promise<void> {
  await asWriter(database, tenant, (trx) =>
    trx.updateTable('vault').set({ revoked_at: now }).where('tenant', '=', tenant).execute(),
  );
}

interface Tablet {
  id: Id;
  sealer: Sealer;
  counter: number;
  chain: string;
}

/** The municipality's side and every tablet's, with one clock that follows what happened. */
class SeedDesk {
  clock = 0;
  private readonly database: Database;
  private readonly tenant: string;
  private readonly keys: ServerKeys;
  private readonly ports: ServerPorts;
  private readonly tablets = new Map<Id, Tablet>();

  constructor(database: Database, tenant: string, keys: ServerKeys) {
    this.database = database;
    this.tenant = tenant;
    this.keys = keys;
    const now = () => this.clock;
    this.ports = {
      log: createLog(database, tenant, () => undefined),
      feed: createFeed(database, tenant, keys.municipality[0], now),
      opener: createOpener(keys.municipality),
      now,
      pageSize: 1,
    };
  }

  async deliver({ by, at, changes }: Delivery): Promise<number> {
    this.clock = at;
    const tablet = this.tablets.get(by) ?? (await this.newTablet(by));
    const payloads = changes.map(({ change, writtenAt }, index) => ({
      counter: tablet.counter + 1 + index,
      payload: { version: 1 as const, kind: 'change' as const, claimedAt: writtenAt, change },
    }));
    const { envelopes, chain } = await tablet.sealer.seal(tablet.chain, payloads);
    const request = { vault: tablet.id, epoch: 1, envelopes: envelopes.map(({ envelope }) => envelope) };
    const result = await drive(answerSend(this.ports, request));
    if ('failure' in result) throw new Error(`The demo's own tablet was refused: ${result.failure}`);
    const refused = result.answers.find((answer) => answer.outcome === 'quarantined');
    if (refused) throw new Error(`A change of the demo is in quarantine: ${refused.reason}`);
    Object.assign(tablet, { chain, counter: tablet.counter + changes.length });
    for (const { change } of changes) if (makesCase(change)) await this.grantOthers(change.record.file);
    return changes.length;
  }

  private async newTablet(person: Id): Promise<Tablet> {
    const id = randomUUID();
    const { privateKey, publicKey } = await generateSigningKey(false);
    await registerVault(this.database, this.tenant, { id, person, signingKey: publicKey }, this.clock);
    const { id: key, publicKey: municipality } = this.keys.municipality[0];
    const sealer = await createEnvelopeSealer({
      vault: id,
      signingKey: privateKey,
      municipalityKey: { id: key, publicKey: municipality },
    });
    const tablet = { id, sealer, counter: 0, chain: '' };
    this.tablets.set(person, tablet);
    return tablet;
  }

  private async grantOthers(file: Id): Promise<void> {
    for (const grant of demoGrants) {
      if (grant.file === file) await grantFile(this.database, this.tenant, file, grant.person);
    }
  }
}

function makesCase({ creates, record }: Change): boolean {
  return creates && record.type === 'person';
}
