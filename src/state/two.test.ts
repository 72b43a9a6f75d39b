import { expect, test } from 'vitest';
import { createMemoryModel } from '../../test/preview/memory-model.ts';
import type { Field, Rec, Value } from '../domain/record.ts';
import { isWritten, joined, longTexts, settle, type Two, twosIn } from './two.ts';

const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Ingrid Moen', role: 'adviser' as const };
const per = '00000000-0000-4000-8000-000000000002';
const id = '00000000-0000-4000-8000-00000000000b';
const goal: Rec = {
  id,
  file: id,
  compartment: 'language',
  type: 'goal',
  seq: 2,
  fields: {
    text: {
      value: 'B2 muntlig',
      by: per,
      at: 2,
      names: ['n1'],
      ahead: [],
      waiting: [{ id: 'w1', value: 'B1 skriftlig', by: me.id, at: 1, saw: [] }],
    },
  },
};
const model = () => createMemoryModel({ me, records: [goal], staff: [], today: '2026-11-16', now: 3 });
const view = (from: ReturnType<typeof model>) => from.files.value.get(id)?.records.get(id);

test('both are shown whole, the earlier first, and which of them stands', () => {
  const record = view(model());
  expect(record && twosIn(record)[0]?.said).toEqual([
    { value: 'B1 skriftlig', by: me.id, at: 1, stands: false },
    { value: 'B2 muntlig', by: per, at: 2, stands: true },
  ]);
});

test.each(['B1 skriftlig', 'B2 muntlig', 'B1 skriftlig og B2 muntlig'])('choosing %s settles it', async (value) => {
  const before = model();
  const record = view(before);
  const two = record && twosIn(record)[0];
  if (!two) throw new Error('nothing to settle');
  await before.edit([settle(two, value)]);
  const after = view(before);
  expect(after?.fields.text?.value).toBe(value);
  expect(after && twosIn(after)).toEqual([]);
});

const said = (type: string, field: string, standing: Value, ...late: Value[]): Two => {
  const waiting = late.map((value, at) => ({ id: `w${at}`, value, by: per, at: -at, saw: [] }));
  const only: Field = { value: standing, by: me.id, at: 9, names: ['n'], ahead: [], waiting };
  const two = twosIn({ ...goal, type, fields: { [field]: only }, unsent: new Set() })[0];
  if (!two) throw new Error('nothing waits');
  return two;
};
const long = (words: string) => `${words} og å komme i gang med det i løpet av våren`;

test('long texts are joined whole, the one that stands first, with a blank line between', async () => {
  const two = said('goal', 'text', long('B2 muntlig'), long('B1 skriftlig'), long('Fagprøven'));
  const all = [long('B2 muntlig'), long('Fagprøven'), long('B1 skriftlig')];
  expect(longTexts(two)).toEqual(all);
  expect(joined(two)).toBe(all.join('\n\n'));
  expect(settle(two, joined(two) ?? '').settles).toEqual({ text: ['w0', 'w1'] });
});

test('a field of one line stays one line, and what it has no room for is not joined', () => {
  const two = said('measure', 'title', long('Norsk på kveldstid'), long('Norsk på dagtid'));
  expect(joined(two)).toBe(`${long('Norsk på kveldstid')} / ${long('Norsk på dagtid')}`);
  expect(joined(said('measure', 'title', long('a').repeat(3), long('b').repeat(4)))).toBeNull();
  expect(joined(said('measure', 'endedBecause', long('a').repeat(3), long('b').repeat(4)))).not.toBeNull();
});

test.each([
  ['one of them is short', said('goal', 'text', long('B2'), 'B1')],
  ['one of them is empty', said('goal', 'text', '', long('B1'))],
  ['they refer to something', said('measure', 'goal', long('en id'), long('en annen id'))],
  ['the type is from a newer version', said('song', 'text', long('B2'), long('B1'))],
  ['the field is called like what every object has', said('goal', 'toString', long('B2'), long('B1'))],
])('nothing is joined where %s', (_, two) => {
  expect(longTexts(two)).toBeNull();
  expect(joined(two)).toBeNull();
});

test.each([
  ['goal', 'text', true],
  ['plan', 'longTermGoal', true],
  ['measure', 'title', true],
  ['measure', 'endedBecause', true],
  ['location', 'place', true],
  ['measure', 'status', false],
  ['goal', 'dueOn', false],
  ['measure', 'hoursPerWeek', false],
  ['languageTarget', 'writing', false],
])('%s %s is written: %s', (type, field, expected) => {
  expect(isWritten(said(type, field, 'a', 'b'))).toBe(expected);
});
