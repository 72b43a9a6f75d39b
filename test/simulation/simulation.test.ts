import { expect, test } from 'vitest';
import { runRange } from './range.ts';
import { run, scheduleOf } from './schedule.ts';

const seeds = Array.from({ length: 30 }, (_, index) => 1 + index * 10);

test.each(seeds)('ten municipalities keep every promise through crashes and a bad network (seeds from %i)', (seed) => {
  expect(runRange(seed, seed + 10).violations).toEqual([]);
});

test('a seed is the same schedule every time', () => {
  const tell = () => {
    const lines: string[] = [];
    run(scheduleOf(7), (line) => lines.push(line));
    return lines;
  };
  expect(tell()).toEqual(tell());
});

test('every schedule has at least three vaults, two people, sixty steps and fifteen edits', () => {
  for (const seed of seeds) {
    const schedule = scheduleOf(seed);
    const { edits, vaults, people } = run(schedule);
    expect(schedule.steps.length).toBeGreaterThanOrEqual(60);
    expect(edits).toBeGreaterThanOrEqual(15);
    expect(vaults).toBeGreaterThanOrEqual(3);
    expect(people).toBeGreaterThanOrEqual(2);
  }
});
