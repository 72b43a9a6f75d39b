import type { Id, Rec } from '../../src/domain/record.ts';
import type { Envelope } from '../../src/protocol/envelope.ts';
import type { PullAnswer, Quarantined } from '../../src/protocol/pull.ts';
import type { Outcome } from '../../src/protocol/send.ts';
import { type Contents, type DeviceStore, type SealedAppend, StoreFailure } from '../../src/sync/ports.ts';
import { type Batch, EMPTY_HEAD, type Head, type News, type Pending, type Staff } from '../../src/sync/state.ts';

interface Versioned<T> {
  version: number;
  value: T;
}

interface OutboxRow extends Pending {
  version: number;
  envelope: Envelope;
}

/** Everything on one device for one vault. Values are never changed in place, so that copying the maps is a snapshot. */
interface Rows {
  head: Head;
  outbox: Map<number, OutboxRow>;
  records: Map<Id, Versioned<Rec>>;
  quarantined: Map<string, Versioned<Quarantined>>;
  staff: Versioned<Staff | null>;
  /** Pages of pulls that no head names yet, by batch and place. */
  unseen: Map<string, PullAnswer>;
}

/** What may go wrong with a device; asked anew at each call. */
export interface Trouble {
  /** The call fails, as on a full or dying disk, and writes nothing. */
  fails?: () => boolean;
  /** The connection is lost after the append and before its answer: it is opened again, and the append made again. */
  repeats?: () => boolean;
}

/** A device database in maps: what a strict append has stored survives a power cut, what a relaxed one stored may not. */
export class MapDevice implements DeviceStore {
  private rows: Rows = {
    head: EMPTY_HEAD,
    outbox: new Map(),
    records: new Map(),
    quarantined: new Map(),
    staff: { version: 0, value: null },
    unseen: new Map(),
  };
  private flushed: Rows = copied(this.rows);
  private readonly trouble: Trouble;

  constructor(trouble: Trouble = {}) {
    this.trouble = trouble;
  }

  read(): Contents {
    this.mayFail();
    const { head, records, quarantined, staff } = this.rows;
    return {
      head,
      pending: this.pending(),
      records: [...records.values()].map((one) => one.value),
      quarantined: [...quarantined.values()].map((one) => one.value),
      staff: staff.value,
    };
  }

  since(version: number): News {
    this.mayFail();
    const { head, outbox, records, quarantined, staff } = this.rows;
    const newer = <T>(all: Iterable<Versioned<T>>) => [...all].filter((one) => one.version > version);
    return {
      head,
      pending: this.pending().filter((one) => one.outcome !== null || outbox.get(one.counter)!.version > version),
      records: newer(records.values()).map((one) => one.value),
      quarantined: newer(quarantined.values()).map((one) => one.value),
      staff: staff.version > version ? staff.value : null,
    };
  }

  append(append: SealedAppend): 'appended' | 'stale' | 'dropped' {
    this.mayFail();
    const result = this.appendOnce(append);
    return result === 'appended' && this.trouble.repeats?.() ? this.appendOnce(append) : result;
  }

  private appendOnce(append: SealedAppend): 'appended' | 'stale' | 'dropped' {
    if (append.expected !== this.rows.head.version) return 'stale';
    const pages = append.batch ? this.pagesOf(append.batch) : [];
    if (pages.length < (append.batch?.pages ?? 0)) return 'dropped';
    const { version } = append.head;
    this.rows.head = append.head;
    for (const { counter, envelope, payload } of append.envelopes) {
      const row = { counter, change: payload.change, claimedAt: payload.claimedAt, outcome: null, version, envelope };
      this.rows.outbox.set(counter, row);
    }
    for (const [key, page] of pages) {
      this.keep(version, { ...page, staff: page.staff ?? null });
      this.rows.unseen.delete(key);
    }
    this.keep(version, append);
    for (const counter of this.rows.outbox.keys()) if (counter <= append.forget) this.rows.outbox.delete(counter);
    if (append.durability === 'strict') this.flushed = copied(this.rows);
    return 'appended';
  }

  storePage(batch: Batch, page: PullAnswer): void {
    this.mayFail();
    this.rows.unseen.set(`${batch.id}/${batch.pages}`, page);
  }

  sweep(): void {
    this.mayFail();
    this.rows.unseen.clear();
  }

  markAnswered(answers: { counter: number; outcome: Outcome }[]): void {
    this.mayFail();
    for (const { counter, outcome } of answers) {
      const row = this.rows.outbox.get(counter);
      if (row) this.rows.outbox.set(counter, { ...row, outcome });
    }
  }

  envelopes(counter: number, most: number): Envelope[] {
    this.mayFail();
    const from = [...this.rows.outbox.values()].filter((row) => row.counter >= counter);
    return from.slice(0, most).map((row) => row.envelope);
  }

  /** The battery dies: the rows are those of the last strict append. */
  cutPower(): void {
    this.rows = copied(this.flushed);
  }

  /** The counters under which envelopes of this change are kept here. */
  countersOf(change: Id): number[] {
    const rows = [...this.rows.outbox.values()];
    return rows.filter((row) => row.change.id === change).map((row) => row.counter);
  }

  private pending(): Pending[] {
    const waiting = [...this.rows.outbox.values()].filter((row) => row.counter > this.rows.head.received);
    return waiting.map(({ counter, change, claimedAt, outcome }) => ({ counter, change, claimedAt, outcome }));
  }

  private pagesOf({ id, pages }: Batch): [string, PullAnswer][] {
    const keys = Array.from({ length: pages }, (_, place) => `${id}/${place}`);
    return keys.flatMap((key) => {
      const page = this.rows.unseen.get(key);
      return page ? [[key, page]] : [];
    });
  }

  private keep(version: number, page: { records: Rec[]; quarantined: Quarantined[]; staff: Staff | null }): void {
    const { records, quarantined } = this.rows;
    for (const value of page.records) {
      const held = records.get(value.id);
      if (!held || held.value.seq < value.seq) records.set(value.id, { version, value });
    }
    for (const value of page.quarantined) quarantined.set(`${value.vault}/${value.counter}`, { version, value });
    if (page.staff) this.rows.staff = { version, value: page.staff };
  }

  private mayFail(): void {
    if (this.trouble.fails?.()) throw new StoreFailure('aborted');
  }
}

function copied(rows: Rows): Rows {
  return {
    ...rows,
    outbox: new Map(rows.outbox),
    records: new Map(rows.records),
    quarantined: new Map(rows.quarantined),
    unseen: new Map(rows.unseen),
  };
}
