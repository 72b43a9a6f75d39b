import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryModel } from '../../test/preview/memory-model.ts';
import type { Birth } from '../domain/records/values.ts';
import { createDrafts } from './drafts.ts';
import { duplicatesOf, possiblySame, sayNotSame, unsayNotSame } from './duplicates.ts';

const certain = (date: string): Birth => ({ date, certainty: 'certain' });
const estimated = (date: string): Birth => ({ date, certainty: 'estimated' });
const assumed = (date: string): Birth => ({ date, certainty: 'assumed' });
const born = certain('1990-05-02');
const known = (id: string, fullName: string, birth: Birth | null = born) => ({ id, fullName, birth });
type Known = ReturnType<typeof known>;
const areSuggested = (a: ReturnType<typeof known>, b: ReturnType<typeof known>) => possiblySame(a, [a, b]).length > 0;

test.each([
  ['Ahmed Ali Hassan', 'Hassan Ahmed Ali', true],
  ['Øyvind Ånestad', 'oyvind anestad', true],
  ['Nour al-Masri', 'AL MASRI Nour', true],
  ['مريم الحسن', 'الحسن مريم', true],
  ['Ahmed Ali', 'Ahmed Ali Hassan', false],
  ['Ahmed Ali', 'Ahmad Ali', false],
  ['', '', false],
])('%j and %j, born the same day: %s', (a, b, expected) => {
  expect(areSuggested(known('a', a), known('b', b))).toBe(expected);
});

test.each([
  [born, born, true],
  [born, certain('1990-05-03'), false],
  [born, certain('1990-05'), true],
  [born, certain('1990'), true],
  [born, certain('1991'), false],
  [certain('1990-05'), certain('1990-06'), false],
  [born, null, true],
  [null, null, true],
  [born, estimated('1990-01-01'), true],
  [born, assumed('1990-01-01'), true],
  [estimated('1990-01-01'), estimated('1990-07-01'), true],
  [estimated('1990'), certain('1990-05-02'), true],
  [born, estimated('1991-01-01'), false],
  [assumed('1990'), estimated('1991'), false],
])('with the same name, %j and %j could be one: %s', (a, b, expected) => {
  expect(areSuggested(known('a', 'Ali Noor', a), known('b', 'Noor Ali', b))).toBe(expected);
});

test('whoever looks like another, the other looks like them', () => {
  const birth = fc.option(
    fc.record({
      date: fc.constantFrom('1990', '1990-05', '1990-05-02', '1990-01-01', '1991', '1991-01-01'),
      certainty: fc.constantFrom('certain', 'assumed', 'estimated'),
    }),
  );
  const name = fc.constantFrom('Ali Noor', 'noor ali', 'Ali', 'Noor Ali Ali');
  fc.assert(
    fc.property(name, birth, name, birth, (nameA, birthA, nameB, birthB) => {
      const [a, b] = [known('a', nameA, birthA), known('b', nameB, birthB)];
      expect(areSuggested(a, b)).toBe(areSuggested(b, a));
      expect(areSuggested(a, known('b', nameA, birthA))).toBe(true);
    }),
  );
});

test('what was said not to be the same does not come back, for either of the two, in a later session', async () => {
  const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Ingrid Moen', role: 'adviser' as const };
  const model = createMemoryModel({ me, records: [], staff: [], today: '2026-11-16', now: 1 });
  const [a, b, c] = ['a', 'b', 'c'].map((id) => known(id, 'Ali Noor')) as [Known, Known, Known];
  const everyone = [a, b, c];
  const drafts = createDrafts(model);
  sayNotSame(drafts, b.id, a.id);
  await drafts.settled();

  const later = createDrafts(model);
  await Promise.resolve().then(() => {});
  expect(duplicatesOf(later, a, everyone)).toEqual([c]);
  expect(duplicatesOf(later, b, everyone)).toEqual([c]);
  expect(duplicatesOf(later, c, everyone)).toEqual([a, b]);
  expect(JSON.stringify([...model.kept.values()])).not.toMatch(/ali|noor/i);

  unsayNotSame(later, a.id, b.id);
  await later.settled();
  expect(model.kept.size).toBe(0);
  expect(duplicatesOf(later, a, everyone)).toEqual([b, c]);
});
