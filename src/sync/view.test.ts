import { describe, expect, test } from 'vitest';
import type { Authored, Change, Rec } from '../domain/record.ts';
import { merge } from './merge.ts';
import { composeChange, type Intent, viewRecord } from './view.ts';

const record = { id: 'r', file: 'f', compartment: 'language', type: 'goal' } as const;

function intent(value: string, extra: Partial<Intent> = {}): Intent {
  return { record, creates: false, fields: { text: value }, ...extra };
}

function by(person: string, change: Change): Authored {
  return { change, by: person, at: 0 };
}

function confirmed(...changes: Change[]): Rec | undefined {
  return changes.reduce<Rec | undefined>((held, change) => merge(held, by('other', change)).record, undefined);
}

const first = composeChange('a', intent('B1'), undefined, []);

describe('composing a change', () => {
  test('[R1] it names the confirmed value and then, in order, own pending changes over it', () => {
    const held = confirmed(first);
    const one = composeChange('b', intent('B2'), held, []);
    const two = composeChange('c', intent('C1'), held, [one]);
    expect(two.fields.text?.saw).toEqual(['a', 'b']);
  });

  test('[R1] of very many pending changes over each other the newest are named, so that a change never outgrows the wire', () => {
    const held = confirmed(first);
    const own: Change[] = [];
    for (let n = 0; n < 700; n++) own.push(composeChange(`own ${n}`, intent(`${n}`), held, own));
    const last = composeChange('last', intent('B2'), held, own);
    expect(last.fields.text?.saw.length).toBeLessThanOrEqual(500);
    expect(last.fields.text?.saw).toContain('a');
    expect(last.fields.text?.saw.at(-1)).toBe('own 699');
  });

  test('[R1] pending changes to other fields are not named', () => {
    const due = composeChange('b', { ...intent(''), fields: { dueOn: '2026-12-01' } }, confirmed(first), []);
    expect(composeChange('c', intent('C1'), confirmed(first), [due]).fields.text?.saw).toEqual(['a']);
  });

  test('[R2] a value that arrived under the caret was not seen and is not named', () => {
    const arrived = confirmed(first, composeChange('z', intent('A2'), confirmed(first), []));
    const typed = composeChange('b', intent('B2', { shown: { text: ['a'] } }), arrived, []);
    expect(typed.fields.text?.saw).toEqual(['a']);
    expect(merge(arrived, by('me', typed)).outcome).toBe('waiting');
  });

  test('[R1] typing on over an own pending change names it and what it was laid over', () => {
    const held = confirmed(first);
    const one = composeChange('b', intent('B2'), held, []);
    const two = composeChange('c', intent('C1', { shown: { text: ['b'] } }), held, [one]);
    expect(two.fields.text?.saw).toEqual(['a', 'b']);
  });
});

describe('the view', () => {
  test('own pending changes stand over what is confirmed', () => {
    const own = by('me', composeChange('b', intent('B2'), confirmed(first), []));
    expect(viewRecord(confirmed(first), [own])?.fields.text).toMatchObject({ value: 'B2', by: 'me' });
  });

  test('a change foreseen to wait is shown so before it is sent', () => {
    const own = by('me', composeChange('b', intent('B2'), undefined, []));
    expect(viewRecord(confirmed(first), [own])?.fields.text).toMatchObject({
      value: 'B1',
      waiting: [{ value: 'B2', by: 'me' }],
    });
  });

  test('the view is what the server will say when it has merged the same changes', () => {
    const held = confirmed(first);
    const one = composeChange('b', intent('B2'), held, []);
    const two = composeChange('c', intent('C1'), held, [one]);
    const merged = [one, two].reduce<Rec | undefined>((on, change) => merge(on, by('me', change)).record, held);
    expect(viewRecord(held, [by('me', one), by('me', two)])).toEqual(merged);
  });
});
