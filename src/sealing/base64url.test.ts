import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from './base64url.ts';

test('any bytes come back as they were, spelt as Node spells them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(text)).toEqual(bytes);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('there is one spelling: padding, other alphabets, cut texts and stray bits are refused', () => {
  for (const text of ['AA==', 'A', 'AB', 'AAB', '+/+/', 'AA A', 'å']) expect(fromBase64url(text)).toBeNull();
});
