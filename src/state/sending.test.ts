import { expect, test } from 'vitest';
import { quietStatus } from '../../test/preview/memory-model.ts';
import { pillOf } from './sending.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-16T10:00:00Z');
const fresh = { ...quietStatus, freshAt: NOW };

test.each([
  ['sent', fresh, 0],
  ['sending', { ...fresh, waiting: 3, sending: true }, 0],
  ['waiting', { ...fresh, waiting: 3 }, 0],
  ['mustSee', { ...fresh, waiting: 3 }, 2],
  ['offline', { ...fresh, online: false, waiting: 3 }, 2],
  ['offline', { ...fresh, sendProblem: 'offline' as const, waiting: 3 }, 0],
  ['unreachable', { ...fresh, sendProblem: 'unreachable' as const }, 0],
  ['unreachable', { ...fresh, pullProblem: 'refused' as const }, 0],
  ['signedOut', { ...fresh, pullProblem: 'signedOut' as const }, 2],
  ['signedOut', { ...fresh, pullProblem: 'otherPerson' as const }, 0],
  ['stale', { ...fresh, freshAt: NOW - 6 * DAY }, 0],
  ['stale', { ...fresh, freshAt: NOW - 6 * DAY }, 2],
  ['fetching', { ...fresh, freshAt: null }, 0],
  ['offline', { ...fresh, freshAt: null, online: false }, 0],
])('the pill is %s', (kind, status, mustSee) => {
  expect(pillOf(status, mustSee, NOW)).toMatchObject({ kind, waiting: status.waiting, mustSee });
});

test('the age of what is shown is counted in calendar days', () => {
  expect(pillOf({ ...fresh, freshAt: NOW - 6 * DAY }, 0, NOW).daysOld).toBe(6);
  const lastNight = Date.parse('2026-11-15T22:50:00Z');
  expect(pillOf({ ...fresh, freshAt: lastNight }, 0, lastNight + 20 * 60_000).daysOld).toBe(1);
});

test('nothing is called sent while something waits', () => {
  for (const sync of [fresh, { ...fresh, freshAt: NOW - 6 * DAY }])
    expect(pillOf({ ...sync, waiting: 1 }, 0, NOW).kind).not.toBe('sent');
});
