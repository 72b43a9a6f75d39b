import { describe, expect, test } from 'vitest';
import type { Change } from '../../domain/record.ts';
import type { PullAnswer } from '../../protocol/pull.ts';
import { EMPTY_HEAD, freshState, type SyncState } from '../state.ts';
import { step } from './step.ts';

function change(id: string): Change {
  const record = { id: 'r', file: 'f', compartment: 'language', type: 'goal' } as const;
  return { id, record, creates: false, fields: { text: { value: id, saw: [], settles: [] } } };
}

function having(state: SyncState, ...events: Parameters<typeof step>[1][]): SyncState {
  return events.reduce((current, event) => step(current, event)[0], state);
}

function edited(...ids: string[]) {
  return { type: 'edited', changes: ids.map(change), at: 1_000, drafts: ['goal:r'] } as const satisfies Parameters<
    typeof step
  >[1];
}

function answered(received: number, ...counters: number[]) {
  const answers = counters.map((counter) => ({ counter, outcome: 'applied' as const, seq: counter }));
  return { type: 'sendAnswered', answer: { epoch: 0, answers, received } } as const satisfies Parameters<
    typeof step
  >[1];
}

function page(received: number, extra: Partial<PullAnswer> = {}): PullAnswer {
  const municipalityKey = { id: 'k', publicKey: '' };
  return {
    epoch: 0,
    cursor: 'next',
    scopeVersion: 1,
    atHead: true,
    records: [],
    quarantined: [],
    received,
    forget: 0,
    municipalityKey,
    ...extra,
  };
}

const fresh = freshState(EMPTY_HEAD, []);

describe('editing', () => {
  test('[R7] the changes of one action take consecutive counters and are appended together, strictly, with their drafts', () => {
    const [state, effects] = step(fresh, edited('a', 'b'));
    expect(state.pending.map((one) => one.counter)).toEqual([1, 2]);
    expect(effects).toEqual([
      {
        type: 'append',
        append: expect.objectContaining({
          expected: 0,
          durability: 'strict',
          drafts: ['goal:r'],
          head: expect.objectContaining({ version: 1, counter: 2 }),
        }),
      },
    ]);
  });

  test('an action that changes nothing writes nothing', () => {
    expect(step(fresh, edited())).toEqual([fresh, []]);
  });
});

describe('sending', () => {
  test('begins at the first change that no answer has named, one request at a time', () => {
    const state = having(fresh, edited('a'), edited('b'), { type: 'timeToSend' }, answered(1, 1));
    const [sending, effects] = step(state, { type: 'timeToSend' });
    expect(effects).toEqual([{ type: 'send', from: 2 }]);
    expect(step(sending, { type: 'timeToSend' })[1]).toEqual([]);
  });

  test('[R5] only an answer that names a change stops its sending', () => {
    const state = having(fresh, edited('a'), { type: 'timeToSend' }, { type: 'sendFailed', failure: 'unreachable' });
    expect(step(state, { type: 'timeToSend' })[1]).toEqual([{ type: 'send', from: 1 }]);
    expect(state.sendFailure).toBe('unreachable');
  });

  test('[R5] an answered change is still pending: it stays merged over what is confirmed', () => {
    const state = having(fresh, edited('a'), { type: 'timeToSend' }, answered(1, 1));
    expect(state.pending.map((one) => one.outcome)).toEqual(['applied']);
  });

  test('[R7] a server that lacks a counter gets it again, and what follows it', () => {
    const state = having(
      fresh,
      edited('a', 'b'),
      { type: 'timeToSend' },
      answered(2, 1, 2),
      edited('c'),
      { type: 'timeToSend' },
      answered(0),
    );
    expect(step(state, { type: 'timeToSend' })[1]).toEqual([{ type: 'send', from: 1 }]);
  });

  test('an answer that moves nothing is a failure, not a reason to ask at once again', () => {
    const state = having(fresh, edited('a'), { type: 'timeToSend' }, answered(0));
    expect(state).toMatchObject({ sendFailure: 'refused', failures: 1, sending: false });
  });
});

describe('pulling', () => {
  test('[R5] a pending change ceases in the append that stores a page at the head stating its counter', () => {
    const state = having(fresh, edited('a', 'b'), { type: 'timeToPull' });
    const [pulled, [effect]] = step(state, {
      type: 'pulled',
      vault: 'v',
      page: page(1),
      from: null,
      batch: null,
      earlier: [],
      at: 5,
    });
    expect(pulled.pending.map((one) => one.counter)).toEqual([2]);
    expect(effect).toMatchObject({ type: 'append', append: { head: { received: 1, cursor: 'next', freshAt: 5 } } });
  });

  test('what could not be read keeps its author’s words, also where it was said on an earlier page', () => {
    const state = having(fresh, edited('a', 'b'));
    const unread = { vault: 'v', reason: 'malformed', change: null, receivedAt: 0 } as const;
    const first = page(0, { atHead: false, quarantined: [{ ...unread, seq: 1, counter: 1 }] });
    const last = page(2, {
      quarantined: [
        { ...unread, seq: 2, counter: 2 },
        { ...unread, seq: 3, counter: 2, vault: 'w' },
      ],
    });
    const pulled = {
      type: 'pulled',
      vault: 'v',
      page: last,
      from: null,
      batch: null,
      earlier: [first],
      at: 5,
    } as const;
    const [effect] = step(state, { ...pulled, earlier: [first] })[1];
    expect(effect).toMatchObject({
      append: { quarantined: [{ change: { id: 'a' } }, { change: { id: 'b' } }, { change: null }] },
    });
  });

  test('[R5] what the server has received is never forgotten again', () => {
    const state = having(fresh, edited('a'), {
      type: 'pulled',
      vault: 'v',
      page: page(1),
      from: null,
      batch: null,
      earlier: [],
      at: 5,
    });
    const [again] = step(state, {
      type: 'pulled',
      vault: 'v',
      page: page(0),
      from: 'next',
      batch: null,
      earlier: [],
      at: 6,
    });
    expect(again.head.received).toBe(1);
  });

  test('[R10] a pull that began at a cursor the head has left is dropped whole', () => {
    const state = { ...fresh, pulling: true, head: { ...EMPTY_HEAD, cursor: 'elsewhere' } };
    const [next, effects] = step(state, {
      type: 'pulled',
      vault: 'v',
      page: page(0),
      from: null,
      batch: null,
      earlier: [],
      at: 5,
    });
    expect(effects).toEqual([]);
    expect(next).toMatchObject({ pulling: false, head: { cursor: 'elsewhere' } });
  });

  test('no envelope goes before the device has been told that it is received', () => {
    const [, [effect]] = step(fresh, {
      type: 'pulled',
      vault: 'v',
      page: page(3, { forget: 9 }),
      from: null,
      batch: null,
      earlier: [],
      at: 5,
    });
    expect(effect).toMatchObject({ append: { forget: 3 } });
  });
});

describe('what others wrote', () => {
  test('[R6] a newer head and its pending changes are taken over, in counter order', () => {
    const state = having(fresh, edited('a'));
    const news = { head: { ...state.head, version: 2, counter: 2 }, records: [], quarantined: [], staff: null };
    const theirs = { counter: 2, change: change('b'), claimedAt: 0, outcome: null };
    const next = having(state, { type: 'othersWrote', news: { ...news, pending: [theirs] } });
    expect(next.pending.map((one) => one.change.id)).toEqual(['a', 'b']);
    expect(next.head.version).toBe(2);
  });

  test('an outcome that the service worker has set is kept, and an older read never takes it away', () => {
    const state = having(fresh, edited('a'));
    const news = { head: state.head, records: [], quarantined: [], staff: null };
    const row = { counter: 1, change: change('a'), claimedAt: 0, outcome: 'applied' as const };
    const told = having(state, { type: 'othersWrote', news: { ...news, pending: [row] } });
    const again = having(told, { type: 'othersWrote', news: { ...news, pending: [{ ...row, outcome: null }] } });
    expect(again.pending[0]?.outcome).toBe('applied');
  });
});
