import { expect, test } from 'vitest';
import type { Envelope } from '../src/protocol/envelope.ts';
import { LONGEST_CIPHERTEXT } from '../src/protocol/envelope.ts';
import {
  LONGEST_SEND,
  MOST_ENVELOPES,
  type SendAnswer,
  type SendRequest,
  sendRequestSchema,
} from '../src/protocol/send.ts';
import type { Outbox } from '../src/storage/outbox.ts';
import { sendOutboxes } from './send-outboxes.ts';

const VAULTS = ['b8f4bb5e-2f4f-4a53-9c53-1f5a4a6e0001', 'b8f4bb5e-2f4f-4a53-9c53-1f5a4a6e0002'] as const;

function envelopeOf(vault: string, counter: number, length = 4): Envelope {
  const hash = 'A'.repeat(43);
  return {
    header: { vault, counter, previous: hash, payloadHash: hash },
    key: { id: vault, ephemeral: 'AAAA' },
    ciphertext: 'A'.repeat(length),
    signature: 'AAAA',
  };
}

/** An outbox in memory with changes 1 to `count`, the first `answered` of them answered. */
function outboxOf(vault: string, count: number, answered = 0, length = 4) {
  const rows = Array.from({ length: count }, (_, index) => ({
    envelope: envelopeOf(vault, index + 1, length),
    outcome: index < answered ? 'applied' : null,
  }));
  let isClosed = false;
  const outbox: Outbox = {
    vault,
    epoch: async () => 7,
    firstWaiting: async () => rows.find((row) => row.outcome === null)?.envelope.header.counter ?? null,
    envelopes: async (counter, most) => rows.slice(counter - 1, counter - 1 + most).map((row) => row.envelope),
    async markAnswered(answers) {
      for (const { counter, outcome } of answers) rows[counter - 1]!.outcome = outcome;
    },
    close: () => {
      isClosed = true;
    },
  };
  return { outbox, waiting: () => rows.filter((row) => row.outcome === null).length, isClosed: () => isClosed };
}

/** A municipality that answers all it is sent, and remembers what that was. */
function municipality(answer: (request: SendRequest) => SendAnswer | { failure: string } = answerAll) {
  const asked: SendRequest[] = [];
  const send = async (request: SendRequest) => {
    asked.push(structuredClone(request));
    return answer(request);
  };
  return { asked, send };
}

function answerAll({ envelopes }: SendRequest): SendAnswer {
  const answers = envelopes.map(({ header }) => ({ counter: header.counter, outcome: 'applied' as const, seq: 1 }));
  return { epoch: 7, answers, received: envelopes.at(-1)?.header.counter ?? 0 };
}

test('what waits in every vault is sent in counter order and marked, and nothing that was answered before', async () => {
  const [one, other] = [outboxOf(VAULTS[0], 250, 20), outboxOf(VAULTS[1], 3, 3)];
  const { asked, send } = municipality();
  const told: string[] = [];

  expect(await sendOutboxes([one.outbox, other.outbox], send, (vault) => told.push(vault))).toBe(true);
  const sent = asked.flatMap((request) => request.envelopes.map(({ header }) => header.counter));
  expect(sent).toEqual(Array.from({ length: 230 }, (_, index) => index + 21));
  expect(one.waiting()).toBe(0);
  expect(new Set(told)).toEqual(new Set([VAULTS[0]]));
  expect([one, other].every(({ isClosed }) => isClosed())).toBe(true);
  for (const request of asked) {
    expect(sendRequestSchema.parse(request)).toEqual(request);
    expect(request).toMatchObject({ vault: VAULTS[0], epoch: 7 });
  }
});

test('no request is larger than the server reads, and none has too many envelopes', async () => {
  const { outbox, waiting } = outboxOf(VAULTS[0], 60, 0, LONGEST_CIPHERTEXT);
  const { asked, send } = municipality();
  expect(await sendOutboxes([outbox], send, () => {})).toBe(true);
  expect(waiting()).toBe(0);
  for (const request of asked) {
    expect(JSON.stringify(request).length).toBeLessThanOrEqual(LONGEST_SEND);
    expect(request.envelopes.length).toBeLessThanOrEqual(MOST_ENVELOPES);
  }
});

test('a failure marks nothing, stops that vault, and asks to be tried again; the next vault is sent', async () => {
  const [one, other] = [outboxOf(VAULTS[0], 2), outboxOf(VAULTS[1], 2)];
  const { asked, send } = municipality((request) =>
    request.vault === VAULTS[0] ? { failure: 'unreachable' } : answerAll(request),
  );

  expect(await sendOutboxes([one.outbox, other.outbox], send, () => {})).toBe(false);
  expect([one.waiting(), other.waiting()]).toEqual([2, 0]);
  expect(asked).toHaveLength(2);
});

test('an outbox that cannot be read stops no other', async () => {
  const [one, other] = [outboxOf(VAULTS[0], 2), outboxOf(VAULTS[1], 2)];
  one.outbox.epoch = () => Promise.reject(new Error('missing'));
  expect(await sendOutboxes([one.outbox, other.outbox], municipality().send, () => {})).toBe(false);
  expect([one.waiting(), other.waiting(), one.isClosed()]).toEqual([2, 0, true]);
});

test('an answer that names only some is followed up; one that names none is not asked for for ever', async () => {
  const { outbox, waiting } = outboxOf(VAULTS[0], 5);
  const firstOnly = municipality((request) => answerAll({ ...request, envelopes: request.envelopes.slice(0, 1) }));
  expect(await sendOutboxes([outbox], firstOnly.send, () => {})).toBe(true);
  expect(firstOnly.asked).toHaveLength(5);
  expect(waiting()).toBe(0);

  const again = outboxOf(VAULTS[0], 5);
  const silent = municipality(() => ({ epoch: 7, answers: [], received: 0 }));
  expect(await sendOutboxes([again.outbox], silent.send, () => {})).toBe(false);
  expect(silent.asked).toHaveLength(1);
  expect(again.waiting()).toBe(5);
});
