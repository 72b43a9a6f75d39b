import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyBetween } from './order-key.ts';
import { orderSchema } from './records/values.ts';

test('a key sorts between its neighbours wherever it is put, and is one a record may hold', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 80 }), (places) => {
      const keys: string[] = [];
      for (const place of places) {
        const at = place % (keys.length + 1);
        keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null));
      }
      expect([...keys].sort()).toEqual(keys);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(orderSchema.safeParse(key).success).toBe(true);
    }),
    { seed: 2 },
  );
});

test('a hundred goals added one after the other keep short keys', () => {
  let last: string | null = null;
  for (let i = 0; i < 100; i++) last = keyBetween(last, null);
  expect(last?.length).toBeLessThan(25);
});

test('between two goals that got the same key on two devices, the new one sorts after both', () => {
  expect(keyBetween('V', 'V') > 'V').toBe(true);
});
