import type { Field, Id } from '../../../src/domain/record.ts';
import { must } from './violation.ts';
import { type FieldKind, kindOfField, type Wish, wasNamed } from './wishes.ts';

/** What must have become of all values of one field: none lost, none waiting without reason, each under its author's name. */
export function mustBeKept(key: string, name: string, wishes: Wish[], field: Field): void {
  const kind = kindOfField(name);
  for (const wish of wishes) {
    const stands = field.names.includes(wish.id);
    const waits = field.waiting.some((one) => one.id === wish.id);
    must(
      'every accepted value stands, waits or was named',
      stands || waits || isOptional(kind, wish) || wasNamed(wish, wishes),
      () => `${key} ${wish.value} of ${wish.id}`,
    );
  }
  mustBearTheirAuthors(key, wishes, field);
  if (field.waiting.length > 0) mustHaveReasonToWait(key, wishes, field);
}

/** A later order stands over one it has not seen, and a presence over an absence. */
function isOptional(kind: FieldKind, wish: Wish): boolean {
  return kind === 'order' || (kind === 'element' && !wish.isPresent);
}

function mustBearTheirAuthors(key: string, wishes: Wish[], field: Field): void {
  must('a value bears the name of who wrote it', isBySome(wishes, field.names, field), () => key);
  for (const one of field.waiting) {
    must('a waiting value bears the name of who wrote it', isBySome(wishes, [one.id], one), () => key);
  }
}

function isBySome(wishes: Wish[], ids: Id[], { by, at, value }: Pick<Field, 'by' | 'at' | 'value'>): boolean {
  const text = JSON.stringify(value);
  return wishes.some((wish) => wish.by === by && wish.at === at && wish.value === text && ids.includes(wish.id));
}

function mustHaveReasonToWait(key: string, wishes: Wish[], field: Field): void {
  const standing = new Set(field.names);
  const left = wishes.filter((wish) => standing.has(wish.id) || field.waiting.some((one) => one.id === wish.id));
  for (const wish of wishes.filter((one) => field.waiting.some(({ id }) => id === one.id))) {
    const detail = () => `${key} ${wish.value} of ${wish.id}`;
    must('what waits differs from what stands', wish.value !== JSON.stringify(field.value), detail);
    must(
      'what named the value that stands does not wait beside it',
      ![...wish.saw].some((id) => standing.has(id)),
      detail,
    );
    must('what was named gives way', !left.some((one) => one.saw.has(wish.id)), detail);
    const isSettled = wishes.some((one) => one.surelyStood && one.seq > wish.seq && one.settles.has(wish.id));
    must('what was settled no longer waits', !isSettled, detail);
  }
}
