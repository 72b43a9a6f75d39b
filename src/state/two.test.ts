import { expect, test } from 'vitest';
import { createMemoryModel } from '../../test/preview/memory-model.ts';
import type { Rec } from '../domain/record.ts';
import { settle, twosIn } from './two.ts';

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
