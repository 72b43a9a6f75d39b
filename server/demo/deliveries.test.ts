import { expect, test } from 'vitest';
import { dayInOslo } from '../../src/domain/dates.ts';
import type { Change } from '../../src/domain/record.ts';
import { deliveries } from './deliveries.ts';
import { DEMO_TODAY, demoHistory } from './history.ts';

const MOST = 100;
const history = demoHistory(DEMO_TODAY);
const delivered = [...deliveries(history, MOST)];

const idsByFile = (changes: Change[]) => {
  const files = new Map<string, string[]>();
  for (const { id, record } of changes) files.set(record.file, [...(files.get(record.file) ?? []), id]);
  return files;
};

test('everything is delivered, and within a case in the order it happened', () => {
  const sent = delivered.flatMap((one) => one.changes.map(({ change }) => change));
  const happened = history.flatMap((event) => event.changes);
  expect(sent).toHaveLength(happened.length);
  expect(idsByFile(sent)).toEqual(idsByFile(happened));
});

test('one delivery holds one person’s changes of one day, and no more than one request may', () => {
  const event = new Map(history.flatMap((one) => one.changes.map((change) => [change.id, one] as const)));
  for (const { by, at, changes } of delivered) {
    expect(changes.length).toBeLessThanOrEqual(MOST);
    for (const { change } of changes) {
      expect(event.get(change.id)?.by).toBe(by);
      expect(dayInOslo(event.get(change.id)?.at ?? 0)).toBe(dayInOslo(at));
    }
  }
});

test('nothing is received before it was written, and the clock never goes back', () => {
  let latest = 0;
  for (const { at, changes } of delivered) {
    expect(at).toBeGreaterThanOrEqual(latest);
    for (const { writtenAt } of changes) expect(writtenAt).toBeLessThanOrEqual(at);
    latest = at;
  }
});
