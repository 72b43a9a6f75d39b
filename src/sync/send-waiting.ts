import { fitting, MOST_ENVELOPES } from '../protocol/send.ts';
import type { ContactFailure } from './state.ts';
import { ask, type Steps } from './steps.ts';
import { commit, type Tab } from './tab.ts';

/** Sends saved changes in counter order until none is unanswered. Returns why it stopped early, or null. */
export function* sendWaiting(tab: Tab): Steps<ContactFailure | null> {
  for (;;) {
    const [send] = (yield* commit(tab, { type: 'timeToSend' })).filter((effect) => effect.type === 'send');
    if (!send) return null;
    const failure = yield* sendFrom(tab, send.from);
    if (failure) return failure;
  }
}

function* sendFrom(tab: Tab, from: number): Steps<ContactFailure | null> {
  try {
    const held = yield* ask(() => tab.ports.store.envelopes(from, MOST_ENVELOPES));
    const request = { vault: tab.ports.vault, epoch: tab.state.head.epoch, envelopes: fitting(held) };
    const answer = yield* ask(() => tab.ports.transport.send(request));
    if ('failure' in answer) {
      yield* commit(tab, { type: 'sendFailed', failure: answer.failure });
      return answer.failure;
    }
    for (const effect of yield* commit(tab, { type: 'sendAnswered', answer })) {
      if (effect.type === 'answered') yield* ask(() => tab.ports.store.markAnswered(effect.answers));
    }
    return tab.state.sendFailure;
  } finally {
    if (tab.state.sending) tab.state = { ...tab.state, sending: false };
  }
}
