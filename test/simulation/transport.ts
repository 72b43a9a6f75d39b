import { pullAnswerSchema, pullRequestSchema } from '../../src/protocol/pull.ts';
import { sendAnswerSchema, sendRequestSchema } from '../../src/protocol/send.ts';
import type { Failure } from '../../src/protocol/session.ts';
import type { Transport } from '../../src/sync/ports.ts';
import type { ContactFailure } from '../../src/sync/state.ts';
import { must } from './invariants/violation.ts';
import type { Vault } from './vault.ts';
import type { Exchange, Parse } from './wire.ts';
import type { World } from './world.ts';

type Failed = { failure: ContactFailure };

/** The app's way to the server over the simulated wire, under whatever cookie the tablet has when it asks. */
export function transportOf(world: World, vault: Vault): Transport {
  const { municipality, calls } = world;
  return {
    send: (request) => {
      calls.latest = 'send';
      return overWire(world, vault, {
        label: `send of ${vault.name}`,
        request,
        ...failures,
        parseRequest: readSend,
        parseReply: readSendAnswer,
        serve: (arrived, reply, broken) =>
          municipality.send(arrived, (result) => reply(told(world, world.sawSend(vault, result))), broken),
      });
    },
    pull: (request) => {
      calls.latest = 'pull';
      const person = vault.tablet.cookie;
      return overWire(world, vault, {
        label: `pull of ${vault.name}`,
        request,
        ...failures,
        parseRequest: readPull,
        parseReply: readPullAnswer,
        serve: (arrived, reply, broken) =>
          municipality.pull(person, arrived, (result) => reply(told(world, world.sawPull(vault, result))), broken),
      });
    },
  };
}

function overWire<Request, Answer>(
  world: World,
  vault: Vault,
  question: Exchange<Request, Answer | Failed>,
): Promise<Answer | Failed> | Failed {
  if (vault.tablet.isOnline) return world.wire.exchange(question).promised;
  world.counts.note('asked without network');
  return { failure: 'offline' };
}

const failures: { unanswered: Failed; unreadable: Failed } = {
  unanswered: { failure: 'unreachable' },
  unreadable: { failure: 'refused' },
};

/** The server's words, in those few that a person can do something about. */
function told<Answer extends object>(world: World, result: Answer | { failure: Failure }): Answer | Failed {
  if (!('failure' in result)) return result;
  world.counts.note(`server says ${result.failure}`);
  must(
    'nothing that was sealed is refused whole',
    !['fork', 'brokenChain', 'badSignature'].includes(result.failure),
    () => result.failure,
  );
  const heard = ['signedOut', 'notYourVault', 'unknownVault'] as const;
  return { failure: heard.find((one) => one === result.failure) ?? 'refused' };
}

function reader<T>(schema: { safeParse: (value: unknown) => { data?: T } }): Parse<T> {
  return (text) => {
    try {
      return schema.safeParse(JSON.parse(text)).data;
    } catch {
      return undefined;
    }
  };
}

const readSend = reader(sendRequestSchema);
const readSendAnswer = reader(sendAnswerSchema);
const readPull = reader(pullRequestSchema);
const readPullAnswer = reader(pullAnswerSchema);
