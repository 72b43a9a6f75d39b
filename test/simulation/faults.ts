import type { Counts } from './counts.ts';
import type { Random } from './random.ts';

/** What goes wrong by itself, and how likely at each opportunity. Crashes and the like are steps of the plan. */
const likelihood = {
  'request lost': 0.05,
  'request truncated': 0.03,
  'request doubled': 0.06,
  'request outlives its time-out': 0.04,
  'answer lost': 0.06,
  'answer truncated': 0.03,
  'messages reordered': 0.6,
  'the device fails': 0.006,
  'an append is made twice': 0.02,
  'sealed to a lost key': 0.01,
} as const;

export type Fault = keyof typeof likelihood;
export const faults = Object.keys(likelihood) as Fault[];

/** Decides when a fault strikes, and counts it. */
export class Faults {
  /** Set for each step of the plan, so that leaving one out changes little of the others. */
  random: Random;
  private enabled = new Set<Fault>();
  private readonly counts: Counts;

  constructor(random: Random, counts: Counts) {
    this.random = random;
    this.counts = counts;
  }

  strikes(fault: Fault): boolean {
    if (!this.enabled.has(fault) || !this.random.chance(likelihood[fault])) return false;
    this.counts.note(fault);
    return true;
  }

  start(enabled: Iterable<Fault>): void {
    this.enabled = new Set(enabled);
  }

  /** From now on everything works. */
  stop(): void {
    this.enabled.clear();
  }
}
