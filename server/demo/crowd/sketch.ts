import type { Chance } from '../ids.ts';
import type { StaffKey } from '../staff.ts';
import type { Background } from './backgrounds.ts';

/** The last day anything here was written. */
export const LAST_DAY = '2026-11-13';

/** What is settled about someone before their goals, measures and log are made up. */
export interface Sketch {
  number: number;
  background: Background;
  chance: Chance;
  settledOn: string;
  startedOn: string;
  /** Whether the programme has begun. */
  isUnderWay: boolean;
  schooled: boolean;
  around: StaffKey[];
  /** Days from settlement until the last day. */
  days: number;
  hasChildren: boolean;
}

/** A day that has come; the last one, for days that have not. */
export const clipped = (day: string): string => (day > LAST_DAY ? LAST_DAY : day);
