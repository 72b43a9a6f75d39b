import type { Pending, SyncEvent, SyncState } from '../state.ts';
import type { Stepped } from './step.ts';

/** Another tab, or the service worker, has written: take over its head, its pending changes and its outcomes. */
export function othersWrote(state: SyncState, { news }: SyncEvent & { type: 'othersWrote' }): Stepped {
  const head = news.head.version > state.head.version ? news.head : state.head;
  const byCounter = new Map(state.pending.map((one) => [one.counter, one]));
  for (const one of news.pending) byCounter.set(one.counter, joined(byCounter.get(one.counter), one));
  const pending = [...byCounter.values()]
    .filter((one) => one.counter > head.received)
    .sort((a, b) => a.counter - b.counter);
  return [{ ...state, head, pending }, []];
}

function joined(held: Pending | undefined, read: Pending): Pending {
  return { ...read, outcome: read.outcome ?? held?.outcome ?? null };
}
