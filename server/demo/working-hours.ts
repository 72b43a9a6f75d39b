import { addDays, weekdayOf } from '../../src/domain/dates.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Public holidays on weekdays, in the years the demo tells of. */
const closed = new Set([
  ...['2024-12-25', '2024-12-26', '2025-01-01', '2025-04-17', '2025-04-18', '2025-04-21', '2025-05-01', '2025-05-29'],
  ...['2025-06-09', '2025-12-25', '2025-12-26', '2026-01-01', '2026-04-02', '2026-04-03', '2026-04-06', '2026-05-01'],
  ...['2026-05-14', '2026-05-25', '2026-12-25', '2027-01-01'],
]);

/** The day itself where the centre is open, else the first day after when it is. */
export function openDay(day: string): string {
  return weekdayOf(day) > 5 || closed.has(day) ? openDay(addDays(day, 1)) : day;
}

const hourInOslo = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' });

/** The moment, in milliseconds, when clocks in Norway show so many minutes past midnight on a day; not for the night they change. */
export function momentOn(day: string, minutes: number): number {
  const noonUtc = Date.parse(`${day}T12:00:00Z`);
  const offset = Number(hourInOslo.format(noonUtc)) - 12;
  return noonUtc - 12 * HOUR - offset * HOUR + minutes * MINUTE;
}
