import { expect, test } from 'vitest';
import { idSchema } from '../record.ts';
import { planIdOf } from './plan.ts';

test('two tablets that begin the plan of one case begin the same record, and it is no other', () => {
  const file = '3f1d1f9e-3a5e-4c0e-8f6e-6f7d7a6f0abc';
  expect(planIdOf(file)).toBe('3f1d1f9e-3a5e-8c0e-8f6e-6f7d7a6f0abc');
  expect(idSchema.safeParse(planIdOf(file)).success).toBe(true);
  expect(planIdOf(file)).not.toBe(file);
});
