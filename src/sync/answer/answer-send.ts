import type { SendAnswer, SendRequest } from '../../protocol/send.ts';
import type { Failure } from '../../protocol/session.ts';
import { type LoadKeys, type Opened, type ServerPorts, type Transaction, ValueRefused } from '../server-ports.ts';
import { ask, type Steps } from '../steps.ts';
import { decide } from './decide.ts';

export type SendResult = SendAnswer | { failure: Failure };

/** Takes envelopes of one vault, whoever carries them, and answers each. Nothing is answered that is not committed. */
export function* answerSend(ports: ServerPorts, request: SendRequest): Steps<SendResult> {
  const vault = yield* ask(() => ports.log.vault(request.vault));
  if (!vault) return { failure: 'unknownVault' };
  if (!isOneRun(request)) return { failure: 'badRequest' };
  if (!(yield* ask(() => ports.opener.verify(vault, request.envelopes)))) return { failure: 'badSignature' };
  const opened = yield* ask(() => ports.opener.open(request.envelopes));
  try {
    return yield* accept(ports, request, opened);
  } catch (error) {
    if (!(error instanceof ValueRefused)) throw error;
    return yield* oneByOne(ports, request, opened);
  }
}

/** One vault's envelopes, counters consecutive. */
function isOneRun({ vault, envelopes }: SendRequest): boolean {
  const first = envelopes[0]?.header.counter ?? 0;
  return envelopes.every(({ header }, index) => header.vault === vault && header.counter === first + index);
}

/** One transaction. Throws with nothing written: ValueRefused, or whatever kept the database from answering. */
function* accept(ports: ServerPorts, request: SendRequest, opened: Opened[]): Steps<SendResult> {
  const transaction = yield* ask(() => ports.log.begin());
  try {
    const result = yield* decideAndWrite(ports, transaction, request, opened);
    if ('answer' in result && result.wrote) {
      yield* ask(() => transaction.commit());
      yield* ask(() => ports.log.announce(result.seq));
    } else {
      yield* ask(() => transaction.rollback());
    }
    return 'answer' in result ? result.answer : result;
  } catch (error) {
    yield* ask(() => transaction.rollback());
    throw error;
  }
}

type Written = { answer: SendAnswer; wrote: boolean; seq: number } | { failure: Failure };

function* decideAndWrite(
  ports: ServerPorts,
  transaction: Transaction,
  { vault }: SendRequest,
  opened: Opened[],
): Steps<Written> {
  const loaded = yield* ask(() => transaction.load(keysOf(vault, opened)));
  if (!loaded) return { failure: 'unknownVault' };
  const decided = decide(loaded, opened, ports.now());
  if ('failure' in decided) return decided;
  const { writes, answers } = decided;
  const answer = { epoch: loaded.epoch, answers, received: writes.vault.counter };
  const wrote = writes.log.length > 0;
  if (wrote) yield* ask(() => transaction.write(writes));
  return { answer, wrote, seq: writes.seq };
}

function keysOf(vault: string, opened: Opened[]): LoadKeys {
  const changes = opened.flatMap(({ content }) => ('reason' in content ? [] : [content.change]));
  return {
    vault,
    counters: opened.map(({ envelope }) => envelope.header.counter),
    changes: changes.map((change) => change.id),
    records: [...new Set(changes.map((change) => change.record.id))],
    files: [...new Set(changes.map((change) => change.record.file))],
  };
}

/** One bad change never stops the others: each gets a transaction of its own, and the one that fails alone is kept as bytes. */
function* oneByOne(ports: ServerPorts, request: SendRequest, batch: Opened[]): Steps<SendResult> {
  const answers: SendAnswer['answers'] = [];
  let last: SendAnswer | null = null;
  for (const opened of batch) {
    const result = yield* acceptAlone(ports, request, opened);
    if ('failure' in result) return result;
    answers.push(...result.answers);
    last = result;
  }
  return { epoch: last?.epoch ?? request.epoch, answers, received: last?.received ?? 0 };
}

function* acceptAlone(ports: ServerPorts, request: SendRequest, opened: Opened): Steps<SendResult> {
  try {
    return yield* accept(ports, request, [opened]);
  } catch (error) {
    if (!(error instanceof ValueRefused)) throw error;
    return yield* accept(ports, request, [{ ...opened, salted: null, content: { reason: 'refused' } }]);
  }
}
