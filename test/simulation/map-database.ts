import type { Id, Rec } from '../../src/domain/record.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { LogEntry, QuarantineEntry, VaultRow, Writes } from '../../src/sync/server-ports.ts';
import { Later } from './later.ts';
import { mark } from './marker-sealing.ts';

export interface ChainedEntry extends LogEntry {
  /** Covers this entry and the chain before it. */
  chain: string;
}

/** One municipality's database in maps. What is here is committed: transactions keep theirs until they commit. */
export class MapDatabase {
  seq = 0;
  readonly epoch = 1;
  chain = '';
  readonly staff = new Map<Id, { name: string; role: Role }>();
  readonly vaults = new Map<Id, VaultRow>();
  /** Per file, whom it is granted and at which seq. */
  readonly grants = new Map<Id, Map<Id, number>>();
  readonly records = new Map<Id, Rec>();
  readonly log: ChainedEntry[] = [];
  /** Seqs taken by grants given outside the log. */
  readonly granted: number[] = [];
  readonly byChange = new Map<Id, ChainedEntry>();
  readonly byCounter = new Map<string, ChainedEntry>();
  readonly quarantine: QuarantineEntry[] = [];
  /** Per vault, up to which counter a verified backup holds its envelopes. */
  readonly backedUp = new Map<Id, number>();
  /** Told of every commit, and of everyone who has to wait for the lock. */
  onCommit: (writes: Writes) => void = () => {};
  onWait: () => void = () => {};
  private holder: unknown = null;
  private queue: { who: unknown; enter: () => void }[] = [];

  /** The tenant's head row: one holder at a time, the others in line. */
  lock<T>(who: unknown, enter: () => T): T | Promise<T> {
    if (this.holder === null || this.holder === who) {
      this.holder = who;
      return enter();
    }
    this.onWait();
    const later = new Later<T>();
    this.queue.push({ who, enter: () => later.settle(enter()) });
    return later.promised;
  }

  unlock(who: unknown): void {
    this.queue = this.queue.filter((one) => one.who !== who);
    if (this.holder !== who) return;
    const next = this.queue.shift();
    this.holder = next?.who ?? null;
    next?.enter();
  }

  /** The server process died: its connections close, and with them its transactions and their locks. */
  closeConnections(): void {
    this.queue = [];
    this.holder = null;
  }

  /** Gives access to a file: an event with a seq of its own, in line with the transactions. */
  grant(file: Id, person: Id): void {
    const request = {};
    this.lock(request, () => {
      this.seq += 1;
      this.granted.push(this.seq);
      this.open(file, person, this.seq);
      this.unlock(request);
    });
  }

  backUp(): void {
    for (const { id, counter } of this.vaults.values()) this.backedUp.set(id, counter);
  }

  apply(writes: Writes): void {
    this.seq = writes.seq;
    for (const entry of writes.log) this.take(entry);
    for (const record of writes.records) this.records.set(record.id, record);
    for (const { file, person, seq } of writes.grants) this.open(file, person, seq);
    this.quarantine.push(...writes.quarantine);
    const vault = this.vaults.get(writes.vault.id);
    if (vault) this.vaults.set(vault.id, { ...vault, counter: writes.vault.counter, chain: writes.vault.chain });
    this.onCommit(writes);
  }

  private take(entry: LogEntry): void {
    this.chain = chainAfter(this.chain, entry);
    const chained = { ...entry, chain: this.chain };
    this.log.push(chained);
    this.byCounter.set(`${entry.vault}/${entry.counter}`, chained);
    if (entry.change !== null) this.byChange.set(entry.change, chained);
  }

  private open(file: Id, person: Id, seq: number): void {
    const people = this.grants.get(file) ?? new Map<Id, number>();
    this.grants.set(file, people.set(person, people.get(person) ?? seq));
  }
}

/** The log's chain, over what the audit must be able to prove. */
export function chainAfter(before: string, { seq, vault, counter, author, headerHash, outcome }: LogEntry): string {
  return mark([before, seq, vault, counter, author, headerHash, outcome].join('|'));
}
