import { describe, expect, test } from 'vitest';
import type { Value } from '../record.ts';
import { goal } from './goal.ts';
import { elementsOf, isDeleted, readField } from './record-type.ts';

const recordOf = (values: Record<string, Value>) => ({
  fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
});

describe('a field is read as its type knows it', () => {
  test('a known value is given, null too', () => {
    const record = recordOf({ text: 'Synge i kor', dueOn: null });
    expect(readField(goal, record, 'text')).toBe('Synge i kor');
    expect(readField(goal, record, 'dueOn')).toBe(null);
  });

  test('what is not set, or only a newer version understands, is undefined', () => {
    const record = recordOf({ area: 'housing', dueOn: 2027 });
    expect(readField(goal, record, 'text')).toBe(undefined);
    expect(readField(goal, record, 'area')).toBe(undefined);
    expect(readField(goal, record, 'dueOn')).toBe(undefined);
  });
});

test('a set holds the elements that are present, and no other set', () => {
  const record = recordOf({ 'languages/uk': true, 'languages/ru': false, 'languages/en': true, 'other/fr': true });
  expect(elementsOf(record, 'languages')).toEqual(['uk', 'en']);
});

test('a record is deleted only where someone has taken it away and nobody has put it back', () => {
  expect(isDeleted(recordOf({ deleted: true }))).toBe(true);
  expect(isDeleted(recordOf({ deleted: false }))).toBe(false);
  expect(isDeleted(recordOf({}))).toBe(false);
});
