import type { Change, Field, Id, Rec } from '../../../src/domain/record.ts';
import type { Payload } from '../../../src/protocol/envelope.ts';
import type { LogEntry, Writes } from '../../../src/sync/server-ports.ts';
import { mustBeKept } from './kept.ts';
import { must } from './violation.ts';
import { kindOfField, reach, type Wish, wishOf } from './wishes.ts';

interface History {
  wishes: Wish[];
  /** Names of the value that stood after the latest commit. */
  standing: Id[];
}

/**
 * What must have become of every value, worked out from the log alone: who wrote what, and whom they named.
 * Knows nothing of how values are merged.
 */
export class Values {
  private readonly histories = new Map<string, History>();
  private readonly changes = new Map<number, Change>();

  /** After each commit: where another value has come to stand, someone who wrote it named the one before. */
  committed({ log, records }: Writes): void {
    for (const entry of log) this.learn(entry);
    for (const record of records) {
      for (const [name, field] of Object.entries(record.fields)) this.follow(record, name, field);
    }
  }

  /** The change in the log at this seq, read from its payload; undefined where the log holds only bytes. */
  changeAt(seq: number): Change | undefined {
    return this.changes.get(seq);
  }

  /** Every value that was accepted stands, waits, or was named by another; and bears its author's name. */
  mustAllBeKept(records: Map<Id, Rec>): void {
    for (const [key, { wishes }] of this.histories) {
      const [id = '', name = ''] = key.split(' ');
      const field = records.get(id)?.fields[name];
      must('every accepted value is in its record', field !== undefined, () => key);
      if (field) mustBeKept(key, name, wishes, field);
    }
  }

  private learn(entry: LogEntry): void {
    if (!entry.salted) return;
    const { change, claimedAt } = JSON.parse(entry.salted.payload) as Payload;
    this.changes.set(entry.seq, change);
    if (entry.outcome === 'quarantined' || entry.outcome === 'duplicate') return;
    const edits = Object.entries(change.fields);
    for (const [name, edit] of edits) {
      const { wishes } = this.history(change.record.id, name);
      wishes.push(wishOf(change.id, entry, claimedAt, edit, edits.length === 1));
    }
  }

  private follow(record: Rec, name: string, field: Field): void {
    const history = this.history(record.id, name);
    const before = history.standing;
    if (before === field.names) return;
    history.standing = field.names;
    const key = `${record.id} ${name}`;
    const kind = kindOfField(name);
    if (kind !== 'value') must('nothing waits in sets and order', field.waiting.length === 0, () => key);
    if (before.length === 0 || before.some((id) => field.names.includes(id))) return;
    if (kind === 'order' || (kind === 'element' && field.value === true)) return;
    const reached = reach(before, history.wishes);
    must(
      'a value is replaced only by one that names it',
      field.names.some((id) => reached.has(id)),
      () => key,
    );
  }

  private history(record: Id, name: string): History {
    const key = `${record} ${name}`;
    const held = this.histories.get(key);
    if (held) return held;
    const made = { wishes: [], standing: [] };
    this.histories.set(key, made);
    return made;
  }
}
