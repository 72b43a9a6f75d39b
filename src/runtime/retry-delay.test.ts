import { expect, test } from 'vitest';
import { retryDelay } from './retry-delay.ts';

test('tries come further apart, and never more than five minutes', () => {
  const delays = [1, 2, 3, 4, 5, 12, 400].map((failures) => retryDelay(failures, 0.999));
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
  expect(delays.at(-1)).toBeLessThanOrEqual(5 * 60_000);
  expect(retryDelay(1, 0)).toBeGreaterThan(0);
});

test('two tablets with other luck do not try at the same moment', () => {
  expect(retryDelay(3, 0.1)).not.toBe(retryDelay(3, 0.9));
});
