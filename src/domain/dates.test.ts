import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dayInOslo, daysBetween, weekdayOf, weekOf } from './dates.ts';

test('a month later is the same day, or the last day of a shorter month', () => {
  expect(addMonths('2026-03-02', 3)).toBe('2026-06-02');
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addMonths('2026-08-17', 60)).toBe('2031-08-17');
});

test('days are counted across summer time and leap years', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(daysBetween('2025-12-01', '2026-01-05')).toBe(35);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
});

test('adding what lies between two days gives the other', () => {
  const day = fc.integer({ min: -20_000, max: 20_000 }).map((count) => addDays('2026-11-16', count));
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to);
    }),
    { seed: 2 },
  );
});

test('weeks are numbered as in a Norwegian calendar', () => {
  expect(weekOf('2026-11-16')).toBe(47);
  expect(weekOf('2027-01-01')).toBe(53);
  expect(weekOf('2025-12-29')).toBe(1);
  expect(weekdayOf('2026-11-16')).toBe(1);
  expect(weekdayOf('2026-11-15')).toBe(7);
});

test('the day is the day in Norway, in winter and in summer', () => {
  expect(dayInOslo(Date.UTC(2026, 10, 15, 22, 59))).toBe('2026-11-15');
  expect(dayInOslo(Date.UTC(2026, 10, 15, 23, 0))).toBe('2026-11-16');
  expect(dayInOslo(Date.UTC(2026, 6, 1, 22, 0))).toBe('2026-07-02');
});
