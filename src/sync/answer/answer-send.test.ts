import { expect, test } from 'vitest';
import type { Envelope } from '../../protocol/envelope.ts';
import { type Loaded, type Opened, type ServerPorts, ValueRefused, type Writes } from '../server-ports.ts';
import { drive } from '../steps.ts';
import { answerSend } from './answer-send.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const vault = { id: uuid(1), person: uuid(2), signingKey: '', counter: 0, chain: '', revoked: false };

function envelope(counter: number): Envelope {
  const header = { vault: vault.id, counter, previous: counter === 1 ? '' : `h${counter - 1}`, payloadHash: '' };
  return { header, key: { id: uuid(9), ephemeral: '' }, ciphertext: '', signature: '' };
}

function opened(one: Envelope): Opened {
  const { counter } = one.header;
  const record = { id: uuid(100 + counter), file: uuid(3), compartment: 'language', type: 'goal' } as const;
  const fields = { area: edit('language'), text: edit(`mål ${counter}`) };
  const change = { id: uuid(200 + counter), record, creates: true, fields };
  const content = { version: 1, kind: 'change', claimedAt: 0, change } as const;
  return { envelope: one, headerHash: `h${counter}`, salted: { salt: '', payload: '' }, content };
}

const edit = (value: string) => ({ value, saw: [], settles: [] });

/** A database that fails as told, and otherwise keeps what it is given. */
function server(fail: (writes: Writes) => Error | null) {
  const kept: Writes[] = [];
  const state = () => kept.at(-1);
  const ports: ServerPorts = {
    log: {
      vault: () => vault,
      begin: () => {
        let pending: Writes | null = null;
        return {
          load: (): Loaded => ({
            seq: state()?.seq ?? 0,
            epoch: 0,
            vault: { ...vault, ...state()?.vault },
            role: 'adviser',
            known: new Map(),
            heldHeaders: new Map(),
            records: new Map(),
            files: new Map([[uuid(3), { granted: true }]]),
          }),
          write: (writes) => {
            const error = fail(writes);
            if (error) throw error;
            pending = writes;
          },
          commit: () => {
            if (pending) kept.push(pending);
          },
          rollback: () => {},
        };
      },
      announce: () => {},
    },
    feed: {} as ServerPorts['feed'],
    opener: { verify: () => true, open: (envelopes) => envelopes.map(opened) },
    now: () => 0,
    pageSize: 1,
  };
  const send = (...counters: number[]) =>
    drive(answerSend(ports, { vault: vault.id, epoch: 0, envelopes: counters.map(envelope) }));
  return { kept, send };
}

const writesGoal = (writes: Writes, counter: number) =>
  writes.records.some((record) => record.id === uuid(100 + counter));

test('[S3] the one change that the database will not hold is kept as bytes, and the others stand', async () => {
  const { send } = server((writes) => (writesGoal(writes, 2) ? new ValueRefused() : null));
  const answer = await send(1, 2, 3);
  expect(answer).toMatchObject({
    answers: [{ outcome: 'applied' }, { outcome: 'quarantined', reason: 'refused' }, { outcome: 'applied' }],
    received: 3,
  });
});

test('a database that is away quarantines nothing: the device keeps it and sends again', async () => {
  let isAway = true;
  const { kept, send } = server(() => (isAway ? new Error('terminating connection') : null));
  await expect(send(1, 2)).rejects.toThrow('terminating connection');
  expect(kept).toEqual([]);
  isAway = false;
  expect(await send(1, 2)).toMatchObject({ answers: [{ outcome: 'applied' }, { outcome: 'applied' }] });
});

test('[S2] envelopes of two vaults, or with a hole between them, are no request', async () => {
  const { send } = server(() => null);
  expect(await send(1, 3)).toEqual({ failure: 'badRequest' });
});
