import { expect, test } from 'vitest';
import { createClock } from './clock.ts';

const DAY = 24 * 60 * 60_000;

test.each([
  ['a winter noon', '2026-02-03T11:00:00Z'],
  ['a summer half past midnight in Norway', '2026-07-01T22:30:00Z'],
  ['a winter half past eleven at night', '2026-12-31T22:30:00Z'],
  ['the hour that summer time skips', '2027-03-28T00:59:59Z'],
])('the demo day is the day asked for when started at %s, and the clock runs', (_, started) => {
  let at = Date.parse(started);
  const clock = createClock('2026-11-16', () => at);
  expect(clock.today()).toBe('2026-11-16');
  expect(Math.abs((clock.now() - at) % DAY)).toBe(0);
  const before = clock.now();
  at += 1_234;
  expect(clock.now() - before).toBe(1_234);
  at += DAY;
  expect(clock.today()).toBe('2026-11-17');
});

test('without a day it is the machine’s clock', () => {
  expect(createClock(null, () => 42).now()).toBe(42);
});
