import type { Change, Field, FieldEdit, Id, Rec } from '../../../src/domain/record.ts';
import type { Payload } from '../../../src/protocol/envelope.ts';
import type { LogEntry, Writes } from '../../../src/sync/server-ports.ts';
import { must } from './violation.ts';

/** One accepted value of one field, as its author wrote it. */
interface Wish {
  id: Id;
  seq: number;
  by: Id;
  at: number;
  value: string;
  isPresent: boolean;
  names: Set<Id>;
}

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

  /** Every value that was accepted stands, waits, or was named by another; and bears its author's name. */
  mustAllBeKept(records: Map<Id, Rec>): void {
    for (const [key, { wishes }] of this.histories) {
      const [id = '', name = ''] = key.split(' ');
      const field = records.get(id)?.fields[name];
      must('every accepted value is in its record', field !== undefined, () => key);
      if (field) mustBeKept(key, kindOf(name), wishes, field);
    }
  }

  /** The change in the log at this seq, read from its payload; undefined where the log holds only bytes. */
  changeAt(seq: number): Change | undefined {
    return this.changes.get(seq);
  }

  private learn(entry: LogEntry): void {
    if (!entry.salted) return;
    const { change, claimedAt } = JSON.parse(entry.salted.payload) as Payload;
    this.changes.set(entry.seq, change);
    if (entry.outcome === 'quarantined' || entry.outcome === 'duplicate') return;
    for (const [name, edit] of Object.entries(change.fields)) {
      const history = this.history(change.record.id, name);
      history.wishes.push(wishOf(change.id, entry, claimedAt, edit));
    }
  }

  private follow(record: Rec, name: string, field: Field): void {
    const history = this.history(record.id, name);
    const before = history.standing;
    history.standing = field.names;
    const key = `${record.id} ${name}`;
    if (kindOf(name) !== 'value') must('nothing waits in sets and order', field.waiting.length === 0, () => key);
    if (before.length === 0 || before.some((id) => field.names.includes(id))) return;
    if (kindOf(name) === 'order' || (kindOf(name) === 'element' && field.value === true)) return;
    const reached = reach(before, history.wishes);
    must('a value is replaced only by one that names it', field.names.some((id) => reached.has(id)), () => key);
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

function kindOf(name: string): 'value' | 'element' | 'order' {
  if (name === 'order') return 'order';
  return name.includes('/') ? 'element' : 'value';
}

function wishOf(id: Id, { seq, author }: LogEntry, at: number, { value, saw, settles }: FieldEdit): Wish {
  const names = new Set([...saw, ...settles]);
  return { id, seq, by: author, at, value: JSON.stringify(value), isPresent: value === true, names };
}

/** All that follows from these values by naming, equal values counting as one. */
function reach(from: Id[], wishes: Wish[]): Set<Id> {
  const reached = new Set(from);
  const values = new Set<string>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const wish of wishes) {
      if (reached.has(wish.id) && !values.has(wish.value)) grew = Boolean(values.add(wish.value));
      if (reached.has(wish.id)) continue;
      const follows = values.has(wish.value) || [...wish.names].some((id) => reached.has(id));
      if (follows) grew = Boolean(reached.add(wish.id));
    }
  }
  return reached;
}

function mustBeKept(key: string, kind: 'value' | 'element' | 'order', wishes: Wish[], field: Field): void {
  for (const wish of wishes) {
    const stands = field.names.includes(wish.id);
    const waits = field.waiting.some((one) => one.id === wish.id);
    const isOptional = kind === 'order' || (kind === 'element' && !wish.isPresent);
    must(
      'every accepted value stands, waits or was named',
      stands || waits || isOptional || wasNamed(wish, wishes),
      () => `${key} ${wish.value} of ${wish.id}`,
    );
  }
  mustBearTheirAuthors(key, wishes, field);
}

/** Named by another, or of the same value as one that was, while the two could stand together. */
function wasNamed(wish: Wish, wishes: Wish[]): boolean {
  const equals = wishes.filter((one) => one.value === wish.value);
  return wishes.some((other) =>
    equals.some((one) => other.names.has(one.id) && (one === wish || Math.max(other.seq, one.seq) > wish.seq)),
  );
}

function mustBearTheirAuthors(key: string, wishes: Wish[], field: Field): void {
  const isBy = (ids: Id[], { by, at, value }: Pick<Field, 'by' | 'at' | 'value'>) =>
    wishes.some((wish) => ids.includes(wish.id) && wish.by === by && wish.at === at && wish.value === JSON.stringify(value));
  must('a value bears the name of who wrote it', isBy(field.names, field), () => key);
  for (const one of field.waiting) must('a waiting value bears the name of who wrote it', isBy([one.id], one), () => key);
}
