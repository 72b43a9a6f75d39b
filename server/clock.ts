import { addDays, dayInOslo, daysBetween } from '../src/domain/dates.ts';

const DAY = 24 * 60 * 60_000;

export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** The calendar day in Norway. */
  today(): string;
}

/** The machine's clock, or, where a day is given, that clock moved by whole days so that it is that day now: hours and minutes run. */
export function createClock(day: string | null, machine: () => number = Date.now): Clock {
  const shift = day === null ? 0 : shiftTo(day, machine());
  const now = () => machine() + shift;
  return { now, today: () => dayInOslo(now()) };
}

/** Summer time may put the moved moment on the day before or after; one day more or less mends it. */
function shiftTo(day: string, at: number): number {
  const shift = daysBetween(dayInOslo(at), day) * DAY;
  const reached = dayInOslo(at + shift);
  if (reached === day) return shift;
  return reached === addDays(day, -1) ? shift + DAY : shift - DAY;
}
