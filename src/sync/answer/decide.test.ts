import { describe, expect, test } from 'vitest';
import type { Change, Value } from '../../domain/record.ts';
import type { Role } from '../../domain/roles.ts';
import type { Loaded, Opened } from '../server-ports.ts';
import { decide } from './decide.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const VAULT = uuid(1);
const PERSON = uuid(2);
const FILE = uuid(3);
const GOAL = uuid(4);

function loaded(extra: Partial<Loaded> = {}): Loaded {
  const vault = { id: VAULT, person: PERSON, signingKey: '', counter: 0, chain: '', revoked: false };
  const nothing = { known: new Map(), heldHeaders: new Map(), records: new Map() };
  return {
    seq: 10,
    epoch: 0,
    vault,
    role: 'adviser',
    ...nothing,
    files: new Map([[FILE, { granted: true }]]),
    ...extra,
  };
}

function goal(id: number, fields: Record<string, Value>, extra: Partial<Change> = {}): Change {
  const edits = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, saw: [], settles: [] }]),
  );
  return {
    id: uuid(id),
    record: { id: GOAL, file: FILE, compartment: 'language', type: 'goal' },
    creates: true,
    fields: edits,
    ...extra,
  };
}

function opened(
  counter: number,
  content: Change | { reason: 'unreadable' },
  previous = counter === 1 ? '' : `hash ${counter - 1}`,
): Opened {
  const header = { vault: VAULT, counter, previous, payloadHash: '' };
  return {
    envelope: { header, key: { id: uuid(9), ephemeral: '' }, ciphertext: '', signature: '' },
    headerHash: `hash ${counter}`,
    salted: 'reason' in content ? null : { salt: 's', payload: JSON.stringify(content) },
    content: 'reason' in content ? content : { version: 1, kind: 'change', claimedAt: 7, change: content },
  };
}

function decided(state: Loaded, ...batch: Opened[]) {
  const result = decide(state, batch, 99);
  if ('failure' in result) throw new Error(result.failure);
  return result;
}

const written = goal(20, { area: 'language', text: 'B1 innen påske' });

describe('deciding on a batch', () => {
  test('[R9] each change gets the next number, and the record bears it', () => {
    const { writes, answers } = decided(loaded(), opened(1, written));
    expect(answers).toEqual([{ counter: 1, outcome: 'applied', seq: 11, reason: undefined }]);
    expect(writes.records).toEqual([expect.objectContaining({ id: GOAL, seq: 11 })]);
    expect(writes.vault).toEqual({ id: VAULT, counter: 1, chain: 'hash 1' });
  });

  test('[R8] the author is the person of the vault', () => {
    const { writes } = decided(loaded(), opened(1, written));
    expect(writes.log[0]?.author).toBe(PERSON);
    expect(writes.records[0]?.fields.text?.by).toBe(PERSON);
  });

  test('[R3] a change id the log already holds is answered again and never merged again', () => {
    const known = new Map([[written.id, { seq: 4, outcome: 'applied' as const }]]);
    const { writes, answers } = decided(loaded({ known }), opened(1, written));
    expect(answers[0]).toMatchObject({ outcome: 'duplicate', seq: 4 });
    expect(writes.records).toEqual([]);
    const twice = decided(loaded(), opened(1, written), opened(2, written));
    expect(twice.answers.map((one) => one.outcome)).toEqual(['applied', 'duplicate']);
  });

  test('[R7] a counter already held is answered again; with another hash it is a fork', () => {
    const vault = { ...loaded().vault, counter: 1, chain: 'hash 1' };
    const held = (headerHash: string) => new Map([[1, { headerHash, seq: 4, outcome: 'applied' as const }]]);
    expect(decided(loaded({ vault, heldHeaders: held('hash 1') }), opened(1, written)).answers[0]).toMatchObject({
      outcome: 'duplicate',
      seq: 4,
    });
    expect(decide(loaded({ vault, heldHeaders: held('other') }), [opened(1, written)], 99)).toEqual({
      failure: 'fork',
    });
  });

  test('[R7] what comes after a gap is not taken, and the answer says what is received', () => {
    const { writes, answers } = decided(loaded(), opened(3, written));
    expect(answers).toEqual([]);
    expect(writes.log).toEqual([]);
    expect(writes.vault.counter).toBe(0);
  });

  test('[R7] an envelope chained to something else than what was received is a fork', () => {
    expect(decide(loaded(), [opened(1, written, 'another past')], 99)).toEqual({ failure: 'fork' });
  });

  test.each<[string, Partial<Loaded>, Change, string]>([
    ['a value its schema refuses', {}, goal(20, { area: 'language', text: 7 }), 'invalid'],
    ['NUL in a text', {}, goal(20, { area: 'language', text: 'a\u0000b' }), 'notText'],
    ['a file the author is not granted', { files: new Map([[FILE, { granted: false }]]) }, written, 'notAllowed'],
    ['a file nobody has made', { files: new Map() }, written, 'recordUnknown'],
    ['an edit of a record that has not arrived', {}, { ...goal(20, { text: 'A2' }), creates: false }, 'recordUnknown'],
    ['a compartment the role may not write', { role: 'nav' as Role }, written, 'notAllowed'],
    ['a revoked vault', { vault: { ...loaded().vault, revoked: true } }, written, 'vaultRevoked'],
  ])('%s is kept in quarantine, acknowledged, and does not stop the next', (_, state, change, reason) => {
    const next = { ...goal(21, { area: 'language', text: 'x' }), record: { ...written.record, id: uuid(5) } };
    const { writes, answers } = decided(loaded(state), opened(1, change), opened(2, next));
    expect(answers.map((one) => one.counter)).toEqual([1, 2]);
    expect(answers[0]).toMatchObject({ outcome: 'quarantined', reason });
    expect(writes.quarantine[0]).toMatchObject({ seq: 11, counter: 1, reason, change, author: PERSON });
    expect(writes.vault.counter).toBe(2);
  });

  test('what cannot be opened is kept as bytes', () => {
    const { writes } = decided(loaded(), opened(1, { reason: 'unreadable' }));
    expect(writes.quarantine[0]).toMatchObject({
      reason: 'unreadable',
      change: null,
      envelope: { header: { counter: 1 } },
    });
  });

  test('a case moved to another type, file or compartment is a mismatch', () => {
    const record = { ...written.record, compartment: 'work' as const };
    const held = decided(loaded(), opened(1, written)).writes.records[0];
    const records = new Map(held ? [[GOAL, held]] : []);
    const moved = { ...goal(22, { text: 'x' }), record, creates: false };
    expect(decided(loaded({ records }), opened(1, moved)).answers[0]).toMatchObject({ outcome: 'quarantined' });
  });

  test('[M9] an entry is never rewritten, not even by a change that says it makes it', () => {
    const entry = (id: number, text: string): Change => ({
      ...goal(id, { kind: 'note', area: 'language', text, happenedOn: '2026-11-16', corrects: null }),
      record: { ...written.record, type: 'entry' },
    });
    const { answers, writes } = decided(
      loaded(),
      opened(1, entry(20, 'Ingrids ord')),
      opened(2, entry(21, 'Jonas’ ord')),
    );
    expect(answers.map((one) => one.outcome)).toEqual(['applied', 'quarantined']);
    expect(writes.records[0]?.fields.text?.value).toBe('Ingrids ord');
  });

  test('a change that creates a case grants its author', () => {
    const file = uuid(30);
    const person: Change = {
      ...goal(23, { givenNames: 'Ny', familyName: '', responsible: PERSON }),
      record: { id: file, file, compartment: 'person', type: 'person' },
    };
    expect(decided(loaded(), opened(1, person)).writes.grants).toEqual([{ file, person: PERSON, seq: 11 }]);
    expect(decided(loaded({ role: 'teacher' }), opened(1, person)).writes.grants).toEqual([]);
  });

  test('a late change that changes nothing is in the log and leaves the record as it was', () => {
    const held = decided(loaded(), opened(1, written)).writes.records[0];
    if (!held?.fields.text) throw new Error('no record');
    held.fields.text = { ...held.fields.text, ahead: [uuid(24)] };
    const late = { ...goal(24, { text: 'A2' }), creates: false };
    const { writes, answers } = decided(loaded({ records: new Map([[GOAL, held]]) }), opened(1, late));
    expect(answers[0]?.outcome).toBe('history');
    expect(writes.log).toHaveLength(1);
    expect(writes.records).toEqual([]);
  });
});
