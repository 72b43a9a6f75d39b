import { beforeAll, describe, expect, test } from 'vitest';
import { isLocationProtected, mayCreateCase, mayWrite } from '../../src/domain/access.ts';
import { checkChange } from '../../src/domain/check.ts';
import { dayInOslo, weekdayOf } from '../../src/domain/dates.ts';
import { type Rec, recordSchema } from '../../src/domain/record.ts';
import { person } from '../../src/domain/records/person.ts';
import { readField } from '../../src/domain/records/record-type.ts';
import type { MergeOutcome } from '../../src/protocol/send.ts';
import { merge } from '../../src/sync/merge.ts';
import { DEMO_TODAY, demoGrants, demoHistory, demoStaff } from './history.ts';
import { staff } from './staff.ts';
import { fileOf } from './telling.ts';

const history = demoHistory(DEMO_TODAY);
const changes = history.flatMap((event) => event.changes.map((change) => ({ ...event, change })));
const records = new Map<string, Rec>();
const outcomes = new Map<string, MergeOutcome>();

beforeAll(() => {
  for (const { change, by, at } of changes) {
    const merged = merge(records.get(change.record.id), { change, by, at });
    records.set(change.record.id, merged.record);
    outcomes.set(change.id, merged.outcome);
  }
});

const inFile = (reference: string): Rec[] => [...records.values()].filter(({ file }) => file === fileOf(reference));
const people = (): Rec[] => [...records.values()].filter(({ type }) => type === 'person');

const textsOf = (some: Iterable<Rec>): string[] =>
  [...some].flatMap(({ fields }) => Object.values(fields).map(({ value }) => JSON.stringify(value)));

describe('who is there', () => {
  test('84 people, nine of whom the first adviser answers for', () => {
    expect(people()).toHaveLength(84);
    const mine = people().filter((each) => readField(person, each, 'responsible') === staff.ingrid.id);
    expect(mine.map((each) => readField(person, each, 'reference')).sort()).toEqual([
      ...[
        'DEMO-001',
        'DEMO-002-A',
        'DEMO-002-B',
        'DEMO-003',
        'DEMO-004',
        'DEMO-005',
        'DEMO-006',
        'DEMO-007',
        'DEMO-008',
      ],
    ]);
    const granted = demoGrants.filter((grant) => grant.person === staff.ingrid.id).map(({ file }) => file);
    expect(granted.sort()).toEqual(
      people()
        .map(({ file }) => file)
        .sort(),
    );
  });

  test('they are between 18 and 60 years old when they come, but for the nine whose ages are given', () => {
    for (const each of people().filter((one) => readField(person, one, 'responsible') === staff.per.id)) {
      const year = Number(readField(person, each, 'birth')?.date.slice(0, 4));
      expect(year).toBeGreaterThanOrEqual(1966);
      expect(year).toBeLessThanOrEqual(2008);
    }
  });

  test('some have one name, some a very long one, some a name in another script', () => {
    const names = people().map((each) => [
      readField(person, each, 'givenNames'),
      readField(person, each, 'familyName'),
    ]);
    expect(names.filter(([, family]) => family === '').length).toBeGreaterThan(5);
    expect(names.some((name) => name.join(' ').length > 40)).toBe(true);
    const written = people().flatMap((each) => ['givenNames', 'calledName'].map((name) => each.fields[name]?.value));
    for (const script of [/\p{Script=Arabic}/u, /\p{Script=Ethiopic}/u, /\p{Script=Cyrillic}/u]) {
      expect(written.some((name) => script.test(String(name)))).toBe(true);
    }
  });

  test('no two are called the same', () => {
    const names = people().map((each) =>
      JSON.stringify([each.fields.givenNames?.value, each.fields.familyName?.value]),
    );
    expect(new Set(names).size).toBe(84);
  });
});

describe('every change is one the municipality would take', () => {
  test('it is well formed and whole', () => {
    for (const { change } of changes) expect([change, checkChange(change)]).toEqual([change, null]);
    for (const record of records.values()) expect(recordSchema.safeParse(record).success).toBe(true);
  });

  test('its author is granted the case and may write there', () => {
    const granted = new Set(demoGrants.map(({ file, person: id }) => `${file} ${id}`));
    const roleOf = new Map(demoStaff.map(({ id, role }) => [id, role]));
    for (const { change, by } of changes) {
      const role = roleOf.get(by)!;
      expect(granted).toContain(`${change.record.file} ${by}`);
      expect([role, change.record.compartment, mayWrite(role, change.record.compartment)]).toContain(true);
      if (change.record.type === 'person' && change.creates) expect(mayCreateCase(role)).toBe(true);
    }
  });

  test('a case is opened before anything else is written in it, and a record is made once, first', () => {
    const known = new Set<string>();
    const files = new Set<string>();
    for (const { change } of changes) {
      if (change.record.type === 'person' && change.creates) files.add(change.record.file);
      expect(files).toContain(change.record.file);
      expect(known.has(change.record.id)).toBe(!change.creates);
      known.add(change.record.id);
    }
  });

  test('every id is its own', () => {
    expect(new Set(changes.map(({ change }) => change.id)).size).toBe(changes.length);
    expect(new Set(demoStaff.map(({ id }) => id)).size).toBe(demoStaff.length);
  });

  test('what a record points at is there', () => {
    for (const record of records.values()) {
      for (const name of ['goal', 'location', 'member']) {
        const target = record.fields[name]?.value;
        if (typeof target === 'string') expect(records.has(target)).toBe(true);
      }
    }
  });
});

describe('what waits', () => {
  test('everything stands but what arrived late: at least six fields, in as many cases', () => {
    const late = changes.filter(({ writtenAt }) => writtenAt !== undefined);
    expect(late.length).toBeGreaterThanOrEqual(6);
    for (const { change, writtenAt } of changes) {
      expect([change.id, outcomes.get(change.id)]).toEqual([
        change.id,
        writtenAt === undefined ? 'applied' : 'waiting',
      ]);
    }
    const waiting = [...records.values()].filter((each) =>
      Object.values(each.fields).some((field) => field.waiting.length > 0),
    );
    expect(new Set(waiting.map(({ file }) => file)).size).toBe(late.length);
  });

  test('on the Norwegian goal of the first case, her own value waits beside that of her colleague', () => {
    const goal = inFile('DEMO-001').find(({ type, compartment }) => type === 'goal' && compartment === 'language');
    expect(goal?.fields.text).toMatchObject({
      value: 'B2 muntlig innen påske',
      by: staff.per.id,
      waiting: [{ value: 'B1 skriftlig og B2 muntlig innen 1. mars', by: staff.ingrid.id }],
    });
  });
});

describe('what must not be there', () => {
  test('no place of anyone whose address is protected, nor its name in any text', () => {
    const hidden = people().filter((each) => isLocationProtected(readField(person, each, 'addressProtection')));
    expect(hidden.map(({ file }) => file)).toEqual([fileOf('DEMO-005')]);
    expect(inFile('DEMO-005').filter(({ compartment }) => compartment === 'location')).toEqual([]);
    expect(textsOf(inFile('DEMO-005')).filter((text) => /Nordlys|Granvik|\wveien|\wgata/.test(text))).toEqual([]);
  });

  test('a worry lies in its own compartment, and nothing else in the case hints at it', () => {
    const worry = /bror|passord|reise|kontroll|minoritets|passet/i;
    const worries = inFile('DEMO-008').filter(({ compartment }) => compartment === 'concern');
    const rest = inFile('DEMO-008').filter(({ compartment }) => compartment !== 'concern');
    expect(worries.length).toBeGreaterThan(2);
    expect(textsOf(worries).some((text) => worry.test(text))).toBe(true);
    expect(textsOf(rest).filter((text) => worry.test(text))).toEqual([]);
  });

  test('no identity numbers and no diagnoses', () => {
    const texts = textsOf(records.values());
    expect(texts.filter((text) => /(?<![\w-])\d{6}\s?\d{5}(?![\w-])/.test(text))).toEqual([]);
    expect(texts.filter((text) => /diabetes|depresjon|PTSD|traume|gravid|\bkreft|diagnose/i.test(text))).toEqual([]);
  });
});

describe('the history is one that could have been', () => {
  test('everything is written in working hours of weekdays, before today, in the order it came', () => {
    const hourInOslo = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' });
    let last = 0;
    for (const { at, writtenAt } of history) {
      const day = dayInOslo(writtenAt ?? at);
      expect(weekdayOf(day)).toBeLessThanOrEqual(5);
      expect(day < DEMO_TODAY).toBe(true);
      const hour = Number(hourInOslo.format(at));
      expect(hour).toBeGreaterThanOrEqual(7);
      expect(hour).toBeLessThan(16);
      expect(at).toBeGreaterThanOrEqual(last);
      last = at;
    }
  });

  test('there is enough of it: thousands of changes, and a log of five entries or more for each', () => {
    expect(changes.length).toBeGreaterThan(4000);
    expect(changes.length).toBeLessThan(6000);
    for (const { file } of people()) {
      const entries = [...records.values()].filter((each) => each.file === file && each.type === 'entry').length;
      expect(entries).toBeGreaterThanOrEqual(5);
      expect(entries).toBeLessThanOrEqual(40);
    }
  });

  test('some have no plan yet, and some a plan without a goal', () => {
    const has = (file: string, type: string) =>
      [...records.values()].some((each) => each.file === file && each.type === type);
    expect(people().filter(({ file }) => !has(file, 'plan')).length).toBeGreaterThan(0);
    expect(people().filter(({ file }) => has(file, 'plan') && !has(file, 'goal')).length).toBeGreaterThan(2);
  });

  test('a restart gives the same, and an earlier day a beginning of it', () => {
    expect(demoHistory(DEMO_TODAY)).toEqual(history);
    const earlier = demoHistory('2026-06-01');
    expect(earlier).toEqual(history.slice(0, earlier.length));
    expect(earlier.length).toBeGreaterThan(1000);
    expect(dayInOslo(history[earlier.length]!.at) >= '2026-06-01').toBe(true);
  });
});
