import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Compartment } from '../domain/record.ts';
import { withCorrected } from './corrections.ts';
import type { Entry } from './log.ts';

const file = '00000000-0000-4000-8000-00000000000a';
const entry = (id: string, corrects: string | null = null, compartment: Compartment = 'plan'): Entry => ({
  record: { id, file, compartment, type: 'entry', seq: 1, fields: {}, unsent: new Set() },
  kind: 'note',
  area: null,
  text: id,
  happenedOn: '2026-11-02',
  by: file,
  at: 1,
  unsent: false,
  restricted: false,
  corrects,
  mayCorrect: true,
});
const tree = (...entries: Entry[]) =>
  withCorrected(entries).map(({ record, before }) => [record.id, ...before.map((one) => one.record.id)]);

test('a corrected entry lies beneath its correction, and beneath that what it corrected itself', () => {
  expect(tree(entry('first'), entry('second', 'first'), entry('other'), entry('third', 'second'))).toEqual([
    ['other'],
    ['third', 'second', 'first'],
  ]);
});

test('where two corrected the same, it lies beneath both and names both', () => {
  const shown = withCorrected([entry('old'), entry('mine', 'old'), entry('theirs', 'old'), entry('again', 'mine')]);
  expect(shown.map(({ record }) => record.id)).toEqual(['theirs', 'again']);
  for (const one of shown) expect(one.before.at(-1)?.correctedBy).toEqual(['theirs', 'again']);
});

test('who may not write an entry cannot fold it away', () => {
  expect(tree(entry('worry', null, 'concern'), entry('work', 'worry', 'work'))).toEqual([['worry'], ['work']]);
});

test('a correction of what is not here stands by itself', () => {
  expect(tree(entry('correction', 'gone'))).toEqual([['correction']]);
});

test('no entry is ever left out, whatever corrects whatever', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const corrected = fc.tuple(...ids.map(() => fc.option(fc.constantFrom(...ids, 'gone'))));
  fc.assert(
    fc.property(corrected, (corrects) => {
      const shown = tree(...ids.map((id, place) => entry(id, corrects[place] ?? null)));
      expect([...new Set(shown.flat())].sort()).toEqual(ids);
      expect(new Set(shown.map(([id]) => id)).size).toBe(shown.length);
      for (const one of shown) expect(new Set(one).size).toBe(one.length);
    }),
  );
});
