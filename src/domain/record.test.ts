import { expect, test } from 'vitest';
import { changeSchema, idSchema, recordSchema } from './record.ts';

const ID = '3f1d1f9e-3a5e-4c0e-8f6e-6f7d7a6f0abc';
const record = { id: ID, file: ID, compartment: 'language', type: 'goal' };

test.each([ID.toUpperCase(), ID.replace('a', 'A'), `${ID} `, ID.slice(1), ''])(
  'an id has one spelling: %s is none',
  (id) => {
    expect(idSchema.safeParse(id).success).toBe(false);
    expect(changeSchema.safeParse({ id: ID, record: { ...record, id }, creates: true, fields: {} }).success).toBe(
      false,
    );
  },
);

test('a device takes a record from a newer version, and writes none that it does not know', () => {
  const newer = { ...record, compartment: 'housing', type: 'tenancy' };
  expect(recordSchema.safeParse({ ...newer, fields: {}, seq: 1 }).success).toBe(true);
  expect(changeSchema.safeParse({ id: ID, record: newer, creates: true, fields: {} }).success).toBe(false);
});
