import type { SendAnswer } from '../../protocol/send.ts';
import { firstToSend, type Pending, type SyncEvent, type SyncState } from '../state.ts';
import type { Stepped } from './step.ts';

/** Sends from the first change no answer has named, one request at a time. */
export function timeToSend(state: SyncState): Stepped {
  const from = firstToSend(state);
  if (state.sending || from === null) return [state, []];
  return [{ ...state, sending: true }, [{ type: 'send', from }]];
}

/** Only an answer that names a change stops its sending; a server that lacks a counter gets it again. */
export function sendAnswered(state: SyncState, { answer }: SyncEvent & { type: 'sendAnswered' }): Stepped {
  const named = new Map(answer.answers.map((one) => [one.counter, one.outcome]));
  const pending = state.pending.map((one) => ({ ...one, outcome: one.outcome ?? named.get(one.counter) ?? null }));
  const answered = { ...state, pending, resendFrom: resendFrom(answer, pending), sending: false };
  const effects: Stepped[1] =
    named.size > 0
      ? [{ type: 'answered', answers: [...named].map(([counter, outcome]) => ({ counter, outcome })) }]
      : [];
  if (!hasProgressed(state, answered, named)) return [failed(answered), effects];
  return [{ ...answered, failures: 0, sendFailure: null }, effects];
}

/** The server's own count is behind what it answered before: go on from its next. */
function resendFrom(answer: SendAnswer, pending: Pending[]): number | null {
  const next = pending.find((one) => one.outcome === null)?.counter;
  return next !== undefined && answer.received + 1 < next ? answer.received + 1 : null;
}

/** An answer that neither names anything nor moves the place to send from would be asked for for ever. */
function hasProgressed(before: SyncState, after: SyncState, named: Map<number, unknown>): boolean {
  const from = firstToSend(before);
  return from === null || named.has(from) || from !== firstToSend(after);
}

function failed(state: SyncState): SyncState {
  return { ...state, failures: state.failures + 1, sendFailure: 'refused' };
}

/** Nothing is lost: what was not answered is still first in line. */
export function sendFailed(state: SyncState, event: SyncEvent & { type: 'sendFailed' }): Stepped {
  return [{ ...state, sending: false, failures: state.failures + 1, sendFailure: event.failure }, []];
}
