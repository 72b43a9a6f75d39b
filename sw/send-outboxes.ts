import { fitting, MOST_ENVELOPES, type SendAnswer, type SendRequest } from '../src/protocol/send.ts';
import type { Outbox } from '../src/storage/outbox.ts';

type Send = (request: SendRequest) => Promise<SendAnswer | { failure: string }>;

/**
 * Sends what waits in every vault's outbox, with no key and no cookie. One that cannot be read or sent never stops the
 * others. True when nothing waits anywhere; otherwise it is to be tried again, with nothing lost. `sent` hears of each
 * vault that had something answered.
 */
export async function sendOutboxes(outboxes: Outbox[], send: Send, sent: (vault: string) => void): Promise<boolean> {
  let isAllSent = true;
  for (const outbox of outboxes) {
    isAllSent = (await sendOutbox(outbox, send, sent).catch(() => false)) && isAllSent;
    outbox.close();
  }
  return isAllSent;
}

/**
 * In counter order, from the first change no answer has named, until an answer brings it no further: a server out of
 * reach, a captive portal, or one that lacks earlier envelopes, which the open app sends again.
 */
async function sendOutbox(outbox: Outbox, send: Send, sent: (vault: string) => void): Promise<boolean> {
  for (;;) {
    const from = await outbox.firstWaiting();
    if (from === null) return true;
    const envelopes = fitting(await outbox.envelopes(from, MOST_ENVELOPES));
    const answer = await send({ vault: outbox.vault, epoch: await outbox.epoch(), envelopes });
    if ('failure' in answer) return false;
    await outbox.markAnswered(answer.answers);
    if (answer.answers.length > 0) sent(outbox.vault);
    if ((await outbox.firstWaiting()) === from) return false;
  }
}
