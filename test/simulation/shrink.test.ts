import { expect, test } from 'vitest';
import { Counts } from './counts.ts';
import { whatWasMissed } from './report.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { shrink } from './shrink.ts';

test('what is left of a failing schedule is what it needs to fail', () => {
  const whole = scheduleOf(1);
  const [first, second] = [whole.steps[3], whole.steps[40]];
  const needs = (schedule: Schedule) =>
    schedule.steps.some((step) => step.seed === first?.seed) &&
    schedule.steps.some((step) => step.seed === second?.seed) &&
    schedule.faults.includes('answer lost');
  const shortest = shrink(whole, needs);
  expect(shortest.steps.map((step) => step.seed)).toEqual([first?.seed, second?.seed]);
  expect(shortest.steps.map((step) => step.moves)).toEqual([0, 0]);
  expect(shortest.faults).toEqual(['answer lost']);
});

test('a long run that has not tried everything says what it missed; a short one need not', () => {
  expect(whatWasMissed(new Counts(), 1_000)).toContain('power cut');
  expect(whatWasMissed(new Counts(), 999)).toBeNull();
});
