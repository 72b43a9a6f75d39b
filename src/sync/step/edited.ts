import { WIRE_VERSION } from '../../protocol/envelope.ts';
import type { SyncEvent, SyncState } from '../state.ts';
import { appendTo } from './append.ts';
import type { Stepped } from './step.ts';

/** One action: its changes take the vault's next counters and are saved together, or not at all. */
export function edited(state: SyncState, event: SyncEvent & { type: 'edited' }): Stepped {
  if (event.changes.length === 0) return [state, []];
  const rows = event.changes.map((change, index) => ({ change, counter: state.head.counter + 1 + index }));
  const append = appendTo(
    state.head,
    { counter: state.head.counter + rows.length },
    {
      outbox: rows.map(({ change, counter }) => ({
        counter,
        payload: { version: WIRE_VERSION, kind: 'change', claimedAt: event.at, change },
      })),
      drafts: event.drafts,
      durability: 'strict',
    },
  );
  const pending = rows.map(({ change, counter }) => ({ counter, change, claimedAt: event.at, outcome: null }));
  return [{ ...state, head: append.head, pending: [...state.pending, ...pending] }, [{ type: 'append', append }]];
}
