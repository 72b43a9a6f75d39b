import type { Id, Rec } from '../../src/domain/record.ts';
import {
  type Loaded,
  type LoadKeys,
  type ServerLog,
  type Transaction,
  ValueRefused,
  type VaultRow,
  type Writes,
} from '../../src/sync/server-ports.ts';
import type { MapDatabase } from './map-database.ts';

/** A text no database of ours takes: stands for what PostgreSQL might refuse although the schema allows it. */
export const REFUSED_TEXT = 'the database refuses this';

export class MapLog implements ServerLog {
  private readonly database: MapDatabase;
  private readonly lend: (transaction: Transaction) => Transaction;

  /** `lend` may wrap each transaction before it is given out. */
  constructor(database: MapDatabase, lend: (transaction: Transaction) => Transaction = (transaction) => transaction) {
    this.database = database;
    this.lend = lend;
  }

  vault(id: Id): VaultRow | null {
    return this.database.vaults.get(id) ?? null;
  }

  begin(): Transaction {
    return this.lend(new MapTransaction(this.database));
  }

  announce(_seq: number): void {}
}

/** Holds the tenant's lock from `load` on; nothing of it is seen before it commits. */
class MapTransaction implements Transaction {
  private readonly database: MapDatabase;
  private written: Writes[] = [];

  constructor(database: MapDatabase) {
    this.database = database;
  }

  load(keys: LoadKeys): Loaded | null | Promise<Loaded | null> {
    return this.database.lock(this, () => this.loaded(keys));
  }

  write(writes: Writes): void {
    const isRefused = writes.records.some((record) => holdsRefused(record) || this.isElsewhere(record));
    if (isRefused) throw new ValueRefused('the database refused a value');
    this.written.push(writes);
  }

  commit(): void {
    for (const writes of this.written) this.database.apply(writes);
    this.rollback();
  }

  rollback(): void {
    this.written = [];
    this.database.unlock(this);
  }

  /** A database of uuids knows an id in capitals; here it is no id at all. */
  private isElsewhere({ id, file, compartment, type }: Rec): boolean {
    const held = this.database.records.get(id);
    if (!held) return id !== id.toLowerCase();
    return held.file !== file || held.compartment !== compartment || held.type !== type;
  }

  private loaded(keys: LoadKeys): Loaded | null {
    const { vaults, staff, seq, epoch, byChange, byCounter, records, grants } = this.database;
    const vault = vaults.get(keys.vault);
    const person = vault && staff.get(vault.person);
    if (!vault || !person) return null;
    return {
      seq,
      epoch,
      vault,
      role: person.role,
      known: among(keys.changes, (id) => byChange.get(id)),
      heldHeaders: among(keys.counters, (counter) => byCounter.get(`${keys.vault}/${counter}`)),
      records: among(keys.records, (id) => records.get(id)),
      files: among(keys.files, (file) => {
        const people = grants.get(file);
        return people && { granted: people.has(vault.person) };
      }),
    };
  }
}

function holdsRefused({ fields }: Rec): boolean {
  return Object.values(fields).some((field) => field.value === REFUSED_TEXT);
}

function among<Key, Found>(keys: Key[], find: (key: Key) => Found | undefined): Map<Key, Found> {
  const found = new Map<Key, Found>();
  for (const key of keys) {
    const one = find(key);
    if (one !== undefined) found.set(key, one);
  }
  return found;
}
