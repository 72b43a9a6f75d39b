import { expect, test } from 'vitest';
import { createMemoryModel } from '../../test/preview/memory-model.ts';
import type { Rec, Value } from '../domain/record.ts';
import { createPeople } from './people.ts';

const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Ingrid Moen', role: 'adviser' as const };
const id = (n: number) => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`;
const record = (n: number, fields: Record<string, Value>): Rec => ({
  id: id(n),
  file: id(n),
  compartment: 'person',
  type: 'person',
  seq: n,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      { value, by: me.id, at: 0, names: [id(n)], ahead: [], waiting: [] },
    ]),
  ),
});
const named = (n: number, givenNames: string, familyName: string, responsible: string | null = null) =>
  record(n, { givenNames, familyName, responsible });

const records = [
  named(1, 'Øyvind Åge', 'Al-Masri', me.id),
  named(2, 'Zahra', ''),
  record(3, { givenNames: 'مريم', familyName: 'الحسن', calledName: 'Maryam', 'languages/ar': true }),
  record(4, { givenNames: 'ريما', familyName: '', 'languages/kmr': true, 'languages/ar': true }),
];
const people = (role: typeof records = records) =>
  createPeople(createMemoryModel({ me, records: role, staff: [], today: '2026-11-16', now: 0 }));
const found = (query: string) => {
  const list = people();
  list.query.value = query;
  return list.shown.value.map((row) => row.id);
};

test.each([
  ['oyvind', 1],
  ['age øyvind', 1],
  ['Aage', 1],
  ['al masri', 1],
  ['MASRI', 1],
  ['zah', 2],
  ['maryam', 3],
  ['الحسن', 3],
])('a search for %s finds the person, whatever the list', (query, expected) => {
  expect(found(query)).toEqual([id(expected)]);
});

test('a search that fits nobody shows nobody', () => {
  expect(found('masrizahra')).toEqual([]);
});

test('mine are those I answer for, and everyone else is one choice away', () => {
  const list = people();
  expect(list.counts.value).toEqual({ mine: 1, unit: 4 });
  expect(list.shown.value.map((row) => row.id)).toEqual([id(1)]);
  list.choose('unit');
  expect(list.shown.value).toHaveLength(4);
});

test('who answers for nobody begins with everyone', () => {
  expect(people(records.slice(1)).shown.value).toHaveLength(3);
});

test('a name in a script of its own says its language and direction', () => {
  const rows = new Map(people().rows.value.map((row) => [row.id, row]));
  expect(rows.get(id(4))?.nameLanguage).toEqual({ code: 'ar', dir: 'rtl' });
  expect(rows.get(id(4))?.initials).toBe('ر');
  expect(rows.get(id(3))?.nameLanguage).toBeNull(); // two scripts in one name
  expect(rows.get(id(1))?.nameLanguage).toBeNull();
});

test('only a case that has changed is read again', () => {
  const model = createMemoryModel({ me, records, staff: [], today: '2026-11-16', now: 0 });
  const list = createPeople(model);
  const before = new Map(list.rows.value.map((row) => [row.id, row]));
  void model.edit([
    {
      record: { id: id(2), file: id(2), compartment: 'person', type: 'person' },
      creates: false,
      fields: { familyName: 'Noori' },
    },
  ]);
  return Promise.resolve().then(() => {
    const after = new Map(list.rows.value.map((row) => [row.id, row]));
    expect(after.get(id(2))?.name).toBe('Zahra Noori');
    expect(after.get(id(1))).toBe(before.get(id(1)));
  });
});
