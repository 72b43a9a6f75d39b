import type { SyncEffect, SyncEvent, SyncState } from '../state.ts';
import { edited } from './edited.ts';
import { othersWrote } from './others.ts';
import { pulled, pullFailed, timeToPull } from './pulling.ts';
import { sendAnswered, sendFailed, timeToSend } from './sending.ts';

export type Stepped = [SyncState, SyncEffect[]];

/** The whole engine of a device: what to remember and what to do next, given what just happened. Pure, so it can be run again on a newer state. */
export function step(state: SyncState, event: SyncEvent): Stepped {
  switch (event.type) {
    case 'edited':
      return edited(state, event);
    case 'timeToSend':
      return timeToSend(state);
    case 'sendAnswered':
      return sendAnswered(state, event);
    case 'sendFailed':
      return sendFailed(state, event);
    case 'timeToPull':
      return timeToPull(state);
    case 'pulled':
      return pulled(state, event);
    case 'pullFailed':
      return pullFailed(state, event);
    case 'othersWrote':
      return othersWrote(state, event);
  }
}
