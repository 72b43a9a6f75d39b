import { dayInOslo } from '../../src/domain/dates.ts';
import type { Change, Id } from '../../src/domain/record.ts';
import type { DemoEvent } from './chronicle.ts';

/** What one person's tablet sends at one time. */
export interface Delivery {
  by: Id;
  /** When it was received. */
  at: number;
  changes: { change: Change; writtenAt: number }[];
}

/**
 * Gathers events into deliveries, as tablets do that find the network some times a day: within a day and of one person,
 * at most `most` at a time. Within a case the order is kept exactly: nobody's change is received before one it had seen.
 */
export function* deliveries(events: readonly DemoEvent[], most: number): Generator<Delivery> {
  const open = new Map<Id, Delivery>();
  const files = new Map<Id, Set<Id>>();
  let day = '';
  let latest = 0;

  function* flush(people: Id[]): Generator<Delivery> {
    for (const by of people) {
      const delivery = open.get(by);
      if (delivery) yield { ...delivery, at: latest };
      open.delete(by);
      files.delete(by);
    }
  }

  for (const { at, writtenAt = at, by, changes } of events) {
    if (dayInOslo(at) !== day) yield* flush([...open.keys()]);
    day = dayInOslo(at);
    for (const change of changes) {
      const { file } = change.record;
      yield* flush([...files].filter(([other, theirs]) => other !== by && theirs.has(file)).map(([other]) => other));
      if (open.get(by)?.changes.length === most) yield* flush([by]);
      latest = Math.max(latest, at);
      const delivery = open.get(by) ?? { by, at, changes: [] };
      delivery.changes.push({ change, writtenAt });
      open.set(by, delivery);
      files.set(by, (files.get(by) ?? new Set()).add(file));
    }
  }
  yield* flush([...open.keys()]);
}
