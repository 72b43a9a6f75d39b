import type { FieldEdit, Id } from '../../../src/domain/record.ts';
import type { LogEntry } from '../../../src/sync/server-ports.ts';

/** One accepted value of one field, as its author wrote it. */
export interface Wish {
  id: Id;
  seq: number;
  by: Id;
  at: number;
  /** As text, so that equal values are equal. */
  value: string;
  isPresent: boolean;
  saw: Set<Id>;
  settles: Set<Id>;
  /** It stood when it arrived, which is sure where its change had one field and was applied. */
  surelyStood: boolean;
}

export function wishOf(id: Id, entry: LogEntry, at: number, edit: FieldEdit, isAlone: boolean): Wish {
  return {
    id,
    seq: entry.seq,
    by: entry.author,
    at,
    value: JSON.stringify(edit.value),
    isPresent: edit.value === true,
    saw: new Set(edit.saw),
    settles: new Set(edit.settles),
    surelyStood: isAlone && entry.outcome === 'applied',
  };
}

export type FieldKind = 'value' | 'element' | 'order';

export function kindOfField(name: string): FieldKind {
  if (name === 'order') return 'order';
  return name.includes('/') ? 'element' : 'value';
}

/** All that follows from these values by naming, equal values counting as one. */
export function reach(from: Id[], wishes: Wish[]): Set<Id> {
  const reached = new Set(from);
  const values = new Set<string>();
  for (let size = -1; size !== reached.size + values.size; ) {
    size = reached.size + values.size;
    for (const wish of wishes) {
      if (values.has(wish.value) || [...wish.saw].some((id) => reached.has(id))) reached.add(wish.id);
      if (reached.has(wish.id)) values.add(wish.value);
    }
  }
  return reached;
}

/** Named by another, or of the same value as one that was, while the two could stand together. */
export function wasNamed(wish: Wish, wishes: Wish[]): boolean {
  const equals = wishes.filter((one) => one.value === wish.value);
  return wishes.some((other) =>
    equals.some(
      (one) =>
        (other.saw.has(one.id) || other.settles.has(one.id)) &&
        (one === wish || Math.max(other.seq, one.seq) > wish.seq),
    ),
  );
}
