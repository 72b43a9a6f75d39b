import { outcomeSchema, quarantineReasons } from '../../src/protocol/send.ts';
import type { Counts } from './counts.ts';
import { faults } from './faults.ts';
import { deeds } from './intents.ts';

/** Revoking a vault is not built, so nothing is quarantined for it. */
const reasons = quarantineReasons.filter((reason) => reason !== 'vaultRevoked');

/** After which port calls a process may die, with the answer seen or not. The last call of a piece of work has no `seen`. */
const tabCalls = {
  through: ['since', 'seal', 'append', 'envelopes', 'send', 'markAnswered', 'pull', 'sweep', 'storePage'],
  last: ['read'],
};
const serverCalls = {
  through: ['vault', 'verify', 'open', 'begin', 'load', 'write', 'commit', 'page', 'municipalityKey'],
  last: ['announce', 'rollback', 'staff'],
};

function crashPoints(what: string, { through, last }: typeof tabCalls): string[] {
  const unseen = [...through, ...last].map((call) => `${what} crashed after ${call}, answer not seen`);
  const seen = ['start', ...through].map((call) => `${what} crashed after ${call}, answer seen`);
  return [...unseen, ...seen];
}

/** Everything a long run must have tried; what it has not, it has not shown. */
export const expected: readonly string[] = [
  ...faults,
  ...outcomeSchema.options.map((outcome) => `outcome ${outcome}`),
  'answered duplicate',
  ...reasons.map((reason) => `quarantined as ${reason}`),
  'tab crashed',
  'server crashed',
  'power cut',
  ...crashPoints('tab', tabCalls),
  ...crashPoints('server', serverCalls),
  'append stale',
  'append dropped',
  'waited for the lock',
  'asked without network',
  'server says signedOut',
  'server says notYourVault',
  'page before the head',
  'page at the head',
  'envelopes forgotten',
  ...deeds.map((deed) => `someone ${deed}`),
];

/** Runs shorter than this may miss something by chance. */
export const LONG_RUN = 1_000;

export function neverTried(counts: Counts): string[] {
  return expected.filter((name) => counts.of(name) === 0);
}
