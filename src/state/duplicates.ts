import { fold } from '../domain/fold.ts';
import type { Id } from '../domain/record.ts';
import type { Birth } from '../domain/records/values.ts';
import type { Drafts } from './drafts.ts';
import type { Person } from './person.ts';

type Known = Pick<Person, 'id' | 'fullName' | 'birth'>;

/** Those who may be the same person: the same names in any order, and dates of birth that could be one. It suggests, and joins nothing. */
export function possiblySame<Other extends Known>(person: Known, others: Iterable<Other>): Other[] {
  const names = nameSet(person);
  if (names === '') return [];
  return [...others].filter(
    (other) => other.id !== person.id && nameSet(other) === names && couldBeOne(person.birth, other.birth),
  );
}

/** Each name once, without regard to which is the family name, to case or to accents. */
function nameSet({ fullName }: Known): string {
  return [...new Set(fold(fullName).split(' '))].sort().join(' ');
}

/** False only where what is known of the two excludes it. A date that is not certain holds for its year. */
function couldBeOne(a: Birth | null, b: Birth | null): boolean {
  if (!a || !b) return true;
  const [shorter, longer] = a.date.length < b.date.length ? [a, b] : [b, a];
  const known = a.certainty === 'certain' && b.certainty === 'certain' ? shorter.date : shorter.date.slice(0, 4);
  return longer.date.startsWith(known);
}

/** Kept as drafts are: encrypted, on this device, for the person whose vault it is. */
const notSameId = (a: Id, b: Id): string => ['not-same', ...[a, b].sort()].join(':');

/** Of those who may be the same person, those nobody here has said are another. */
export function duplicatesOf<Other extends Known>(drafts: Drafts, person: Known, others: Iterable<Other>): Other[] {
  return possiblySame(person, others).filter((other) => !drafts.all.value.has(notSameId(person.id, other.id)));
}

/** From now on the two are not mentioned to each other on this device. */
export function sayNotSame(drafts: Drafts, a: Id, b: Id): void {
  drafts.keep({ id: notSameId(a, b), file: a, text: {} });
  drafts.flush();
}

/** Takes back what `sayNotSame` said. */
export function unsayNotSame(drafts: Drafts, a: Id, b: Id): void {
  drafts.drop(notSameId(a, b));
}
