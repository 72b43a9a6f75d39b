import type { Id } from '../../src/domain/record.ts';
import { headerHash } from '../../src/sealing/header.ts';
import { payloadHash } from '../../src/sealing/salted-payload.ts';
import { isSignedBy } from '../../src/sealing/signing-key.ts';
import type { InTransaction } from '../database/scope.ts';
import { chainAfter } from '../log/log-chain.ts';
import { type LogLine, readLog } from './read-log.ts';
import { Replay } from './replay.ts';

/** The first thing found that is not as it was written. */
export interface Finding {
  seq: number;
  what: string;
}

export type Verdict = { changes: number; finding: null } | { changes: number; finding: Finding };

interface VaultState {
  person: Id;
  signingKey: string;
  counter: number;
  chain: string;
  last: LogLine | null;
}

/**
 * Walks one tenant's log from its first line: payloads against their hashes, headers against theirs, each vault's count,
 * chain and newest signature, the log's own chain up to the head; and replays it to compare every record.
 * Reads in one snapshot and changes nothing.
 */
export async function auditTenant(trx: InTransaction, tenant: string): Promise<Verdict> {
  const walk = new Walk(await readVaults(trx, tenant));
  for await (const line of readLog(trx, tenant)) {
    const what = await walk.take(line);
    if (what) return { changes: walk.changes, finding: { seq: line.seq, what } };
  }
  const finding = (await walk.end(trx, tenant)) ?? (await walk.replay.compare(trx, tenant));
  return { changes: walk.changes, finding };
}

async function readVaults(trx: InTransaction, tenant: string): Promise<Map<Id, VaultState>> {
  const rows = await trx
    .selectFrom('vault')
    .select(['id', 'person', 'signing_key as signingKey'])
    .where('tenant', '=', tenant)
    .execute();
  return new Map(rows.map(({ id, ...rest }) => [id, { ...rest, counter: 0, chain: '', last: null }]));
}

/** What has been proved so far. */
class Walk {
  changes = 0;
  readonly replay = new Replay();
  private seq = 0;
  private chain = '';
  private readonly vaults: Map<Id, VaultState>;

  constructor(vaults: Map<Id, VaultState>) {
    this.vaults = vaults;
  }

  /** Why this line is not as it was written, or null. */
  async take(line: LogLine): Promise<string | null> {
    const what = (await this.flaw(line)) ?? this.replay.take(line);
    this.seq = line.seq;
    this.chain = line.chain;
    this.changes += 1;
    return what;
  }

  private async flaw(line: LogLine): Promise<string | null> {
    if (line.seq <= this.seq) return 'two changes have one number';
    if (chainAfter(this.chain, line) !== line.chain) return 'the chain of the log does not go on from the line before';
    if ((await headerHash(line.header)) !== line.headerHash) return 'the header does not have its hash';
    if (line.salted && (await payloadHash(line.salted).catch(() => '')) !== line.header.payloadHash) {
      return 'the content does not have its hash';
    }
    return this.vaultFlaw(line);
  }

  private vaultFlaw(line: LogLine): string | null {
    const vault = this.vaults.get(line.header.vault);
    if (!vault) return 'the vault that signed it is gone';
    if (line.author !== vault.person) return 'its author is not the person of the vault';
    if (line.header.counter !== vault.counter + 1) return 'a change of the same vault before it is missing';
    if (line.header.previous !== vault.chain) return 'it does not name the change of the same vault before it';
    Object.assign(vault, { counter: line.header.counter, chain: line.headerHash, last: line });
    return null;
  }

  /** The newest signature of a vault vouches for all before it; head and vault rows must stand where the log ends. */
  async end(trx: InTransaction, tenant: string): Promise<Finding | null> {
    for (const { last, signingKey } of this.vaults.values()) {
      if (last && !(await isSignedBy(signingKey, last.header, last.signature))) {
        return { seq: last.seq, what: 'the newest signature of its vault is not the vault’s' };
      }
    }
    const head = await trx
      .selectFrom('tenant')
      .select(['seq', 'chain'])
      .where('tenant', '=', tenant)
      .executeTakeFirstOrThrow();
    if (head.chain !== this.chain)
      return { seq: this.seq, what: 'the log does not end at the head: changes after it are missing' };
    if (head.seq < this.seq) return { seq: this.seq, what: 'the head’s number is before the end of the log' };
    return this.vaultRows(trx, tenant);
  }

  private async vaultRows(trx: InTransaction, tenant: string): Promise<Finding | null> {
    const rows = await trx
      .selectFrom('vault')
      .select(['id', 'counter', 'chain'])
      .where('tenant', '=', tenant)
      .execute();
    for (const { id, counter, chain } of rows) {
      const walked = this.vaults.get(id);
      if (walked?.counter !== counter || walked.chain !== chain) {
        return { seq: walked?.last?.seq ?? 0, what: `the row of vault ${id} does not stand where its changes end` };
      }
    }
    return null;
  }
}
