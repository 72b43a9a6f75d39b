const DAY = 86_400_000;

const millis = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The day `count` days after (before, where negative) an ISO day. */
export function addDays(day: string, count: number): string {
  return toDay(millis(day) + count * DAY);
}

/** Whole days from one ISO day to another; negative where `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((millis(to) - millis(from)) / DAY);
}

/** The same day of the month `count` months on, or the month's last day where it has no such day. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + count;
  const first = toDay(Date.UTC(Math.floor(months / 12), ((months % 12) + 12) % 12, 1));
  const daysInMonth = new Date(Date.UTC(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 0)).getUTCDate();
  return addDays(first, Math.min(date, daysInMonth) - 1);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(millis(day)).getUTCDay() || 7;
}

/** ISO 8601 week number, as Norwegian calendars print it. */
export function weekOf(day: string): number {
  const thursday = addDays(day, 4 - weekdayOf(day));
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

const inOslo = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Norway at a moment in milliseconds, wherever the device is. */
export function dayInOslo(at: number): string {
  const parts = Object.fromEntries(inOslo.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}
