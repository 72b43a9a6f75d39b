import type { Quarantined } from '../../protocol/pull.ts';
import type { SyncEvent, SyncState } from '../state.ts';
import { appendTo } from './append.ts';
import type { Stepped } from './step.ts';

/** Asks for what is new, one pull at a time. */
export function timeToPull(state: SyncState): Stepped {
  if (state.pulling) return [state, []];
  return [{ ...state, pulling: true }, [{ type: 'pull' }]];
}

/**
 * A pull has reached the head: all its pages become visible in one append, and in it
 * the pending changes that the same snapshot says are received cease.
 * A pull that began elsewhere than where the head now is was overtaken by another tab's, and is dropped.
 */
export function pulled(state: SyncState, event: SyncEvent & { type: 'pulled' }): Stepped {
  const { page, batch } = event;
  const idle = { ...state, pulling: false };
  if (event.from !== state.head.cursor) return [idle, []];
  const received = Math.max(state.head.received, page.received);
  const append = appendTo(
    state.head,
    {
      cursor: page.cursor,
      scopeVersion: page.scopeVersion,
      epoch: page.epoch,
      received,
      batches: batch ? [...state.head.batches, batch.id] : state.head.batches,
      freshAt: event.at,
    },
    {
      records: page.records,
      quarantined: quarantinedIn(state, event),
      staff: page.staff ?? null,
      batch,
      forget: Math.min(page.forget, received),
    },
  );
  const pending = state.pending.filter((one) => one.counter > received);
  return [{ ...idle, head: append.head, pending, failures: 0, pullFailure: null }, [{ type: 'append', append }]];
}

/**
 * What the municipality could not read of this vault's own is known here, and must not go with the pending change:
 * also where the page that said so is stored already.
 */
function quarantinedIn(state: SyncState, { vault, page, earlier }: SyncEvent & { type: 'pulled' }): Quarantined[] {
  const own = new Map(state.pending.map((one) => [one.counter, one.change]));
  const unread = earlier.flatMap((one) => one.quarantined).filter((one) => one.change === null);
  return [...unread, ...page.quarantined].map((one) =>
    one.change === null && one.vault === vault ? { ...one, change: own.get(one.counter) ?? null } : one,
  );
}

/** What is on the device stays as it is; what is shown is as fresh as it was. */
export function pullFailed(state: SyncState, event: SyncEvent & { type: 'pullFailed' }): Stepped {
  return [{ ...state, pulling: false, failures: state.failures + 1, pullFailure: event.failure }, []];
}
