import type { Change, Id, Rec } from '../../src/domain/record.ts';
import { merge } from '../../src/sync/merge.ts';
import { composeChange, type Intent } from '../../src/sync/view.ts';

/** What one person wrote at one moment, as the municipality received it. */
export interface DemoEvent {
  /** When it was received, in milliseconds. */
  at: number;
  /** When it was written, where that was earlier and without network. */
  writtenAt?: number;
  by: Id;
  changes: Change[];
}

/** Something to write, before it is known what its author will have had on the screen. */
export interface Act {
  at: number;
  by: Id;
  intents: Intent[];
  /** When it reaches the municipality; at once where not given. */
  arrivesAt?: number;
}

/**
 * Turns acts, in the order they were written, into events in the order they were received.
 * Each change names what its author had seen when writing: what had arrived by then, and nothing later.
 */
export function chronicle(acts: Act[], newId: () => Id): DemoEvent[] {
  const records = new Map<Id, Rec>();
  const events: DemoEvent[] = [];
  let underway: DemoEvent[] = [];

  const receive = (event: DemoEvent) => {
    for (const change of event.changes) {
      const authored = { change, by: event.by, at: event.writtenAt ?? event.at };
      records.set(change.record.id, merge(records.get(change.record.id), authored).record);
    }
    events.push(event);
  };
  const receiveUntil = (at: number) => {
    for (const event of underway.filter((each) => each.at <= at).sort((a, b) => a.at - b.at)) receive(event);
    underway = underway.filter((each) => each.at > at);
  };

  for (const { at, by, intents, arrivesAt } of acts) {
    receiveUntil(at);
    const changes = intents.map((intent) => composeChange(newId(), intent, records.get(intent.record.id), []));
    if (arrivesAt === undefined) receive({ at, by, changes });
    else underway.push({ at: arrivesAt, writtenAt: at, by, changes });
  }
  receiveUntil(Number.POSITIVE_INFINITY);
  return events;
}
