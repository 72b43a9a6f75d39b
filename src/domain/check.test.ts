import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areas, compartmentOfArea } from './areas.ts';
import { checkChange } from './check.ts';
import { type Change, type Compartment, compartments, type Value } from './record.ts';
import { compartmentsOfType, recordTypes, type TypeName } from './records/types.ts';

const FILE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const names = Object.keys(recordTypes) as TypeName[];

/** A creation that stands, of each type. */
const whole: Record<TypeName, [Compartment, Record<string, Value>]> = {
  person: ['person', { givenNames: 'Olena', familyName: '' }],
  contact: ['contact', { phone: '400 00 000' }],
  location: ['location', { kind: 'place', partner: 'Granvik Trevare' }],
  householdLink: ['family', { relation: 'child', name: 'Danylo', member: null }],
  plan: ['plan', { longTermGoal: 'Arbeide som regnskapsfører', endGoal: 'ARB_VGS', settledOn: '2026-03-02' }],
  languageTarget: ['language', { speaking: 'B2', writing: null }],
  goal: ['language', { area: 'language', text: 'Snakke i telefonen', dueOn: null, order: 'V' }],
  measure: ['work', { area: 'work', kind: 'PRAKSIS', status: 'ongoing', hoursPerWeek: 15 }],
  entry: ['plan', { kind: 'note', area: null, text: 'Planen er gjennomgått.', happenedOn: '2026-11-16' }],
  result: ['language', { skill: 'speaking', level: 'below A1', source: 'teacher', takenOn: '2026-06-01' }],
};

function change(type: string, compartment: Compartment, values: Record<string, Value>, creates = true): Change {
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, saw: [], settles: [] }]),
  );
  return {
    id: OTHER,
    record: { id: type === 'person' ? FILE : OTHER, file: FILE, compartment, type },
    creates,
    fields,
  };
}
const made = (type: TypeName, more: Record<string, Value> = {}): Change =>
  change(type, whole[type][0], { ...whole[type][1], ...more });
const edited = (type: TypeName, values: Record<string, Value>): Change => change(type, whole[type][0], values, false);

describe('a change stands where its type allows every field', () => {
  test.each(names)('%s', (type) => {
    expect(checkChange(made(type))).toBe(null);
    expect(checkChange(edited(type, { deleted: true }))).toBe(null);
  });

  test('a language is an element of a set', () => {
    expect(checkChange(edited('person', { 'languages/prs': true, 'languages/fa-AF': false }))).toBe(null);
    expect(checkChange(edited('person', { 'languages/prs': 'yes' }))).toBe('invalid');
    expect(checkChange(edited('person', { 'languages/not a language': true }))).toBe('invalid');
    expect(checkChange(edited('person', { languages: true }))).toBe('invalid');
    expect(checkChange(edited('person', { 'hobbies/chess': true }))).toBe('invalid');
  });
});

describe('what no type allows is refused', () => {
  test('an unknown type, also one that every object has', () => {
    expect(checkChange(change('budget', 'plan', {}))).toBe('invalid');
    expect(checkChange(change('constructor', 'plan', {}))).toBe('invalid');
  });

  test('an unknown field, also one that every object has', () => {
    expect(checkChange(made('goal', { colour: 'red' }))).toBe('invalid');
    expect(checkChange(made('goal', { toString: 'red' }))).toBe('invalid');
  });

  test('a field that is not there at all in a creation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), (type, at) => {
        const { required } = recordTypes[type];
        fc.pre(required.length > 0);
        const { [required[at % required.length] as string]: _, ...rest } = whole[type][1];
        expect(checkChange(change(type, whole[type][0], rest))).toBe('invalid');
        expect(checkChange(change(type, whole[type][0], {}, false))).toBe(null);
      }),
      { seed: 2 },
    );
  });

  test('another part of the case than the type may lie in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...compartments), (type, compartment) => {
        fc.pre(!compartmentsOfType(type).includes(compartment));
        expect(checkChange(change(type, compartment, whole[type][1]))).toBe('invalid');
      }),
      { seed: 2 },
    );
  });

  test('a value the schema does not know', () => {
    expect(checkChange(edited('goal', { dueOn: '2026-02-30' }))).toBe('invalid');
    expect(checkChange(edited('measure', { hoursPerWeek: 169 }))).toBe('invalid');
    expect(checkChange(edited('measure', { kind: 'SURFING' }))).toBe('invalid');
    expect(checkChange(edited('measure', { period: { from: null, to: null, until: 'soon' } }))).toBe('invalid');
    expect(checkChange(edited('person', { givenNames: '' }))).toBe('invalid');
    expect(checkChange(edited('person', { birth: { date: '1992-13', certainty: 'certain' } }))).toBe('invalid');
    expect(checkChange(edited('languageTarget', { speaking: 'below A1' }))).toBe('invalid');
    expect(checkChange(edited('goal', { order: 'V0' }))).toBe('invalid');
    expect(checkChange(edited('goal', { deleted: 'yes' }))).toBe('invalid');
  });

  test('whatever JSON comes, the answer is a verdict and never a throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<Value>),
        fc.boolean(),
        (type, values, creates) => {
          const verdict = checkChange(change(type, whole[type][0], values, creates));
          expect([null, 'invalid', 'notText']).toContain(verdict);
        },
      ),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe('the person gives the case its id', () => {
  test('a person under another id, or another record under that id, is refused', () => {
    const person = made('person');
    expect(checkChange({ ...person, record: { ...person.record, id: OTHER } })).toBe('invalid');
    const goal = made('goal');
    expect(checkChange({ ...goal, record: { ...goal.record, id: FILE } })).toBe('invalid');
  });
});

describe('what has an area lies where that area belongs', () => {
  test.each(areas)('%s', (area) => {
    for (const compartment of compartments) {
      const right = compartment === compartmentOfArea(area);
      const goal = change('goal', compartment, { area, text: 'Et mål' });
      const entry = change('entry', compartment, { kind: 'note', area, text: 'Notat', happenedOn: '2026-11-16' });
      expect(checkChange(goal)).toBe(right ? null : 'invalid');
      expect(checkChange(entry)).toBe(right ? null : 'invalid');
      expect(checkChange({ ...goal, creates: false })).toBe(right ? null : 'invalid');
    }
  });

  test('a worry has no area, so that nothing about it shows under one', () => {
    const worry = { kind: 'note', text: 'Ring bare skolen.', happenedOn: '2026-11-16' };
    expect(checkChange(change('entry', 'concern', { ...worry, area: null }))).toBe(null);
    expect(checkChange(change('entry', 'concern', { ...worry, area: 'network' }))).toBe('invalid');
    expect(checkChange(change('entry', 'health', { ...worry, area: null }))).toBe('invalid');
  });
});

test('a log entry is never rewritten, only taken away or put back', () => {
  expect(checkChange(edited('entry', { text: 'Slik var det ikke.' }))).toBe('invalid');
  expect(checkChange(edited('entry', { deleted: true, kind: 'note' }))).toBe('invalid');
  expect(checkChange(edited('entry', { deleted: false }))).toBe(null);
});

describe('text that no database can hold', () => {
  test.each(['\u0000', 'a\uD800', '\uDC00b'])('is told apart, wherever it stands: %j', (text) => {
    expect(checkChange(made('goal', { text }))).toBe('notText');
    expect(checkChange(made('goal', { [text]: true }))).toBe('notText');
    expect(checkChange(made('measure', { period: { [text]: null } }))).toBe('notText');
    expect(checkChange(change(text, 'plan', {}))).toBe('notText');
  });

  test('and so is what is nested deeper than a plan ever needs', () => {
    let deep: Value = 'x';
    for (let i = 0; i < 20; i++) deep = [deep];
    expect(checkChange(made('goal', { text: deep }))).toBe('notText');
  });

  test('every other text stands', () => {
    for (const text of ['Olena 🙂', 'سلام', 'ሰላም', 'a\u200Fb']) expect(checkChange(made('goal', { text }))).toBe(null);
  });
});
