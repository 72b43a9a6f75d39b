import { expect, test } from 'vitest';
import { createMemoryModel } from '../../test/preview/memory-model.ts';
import type { Compartment, Rec, Value } from '../domain/record.ts';
import type { Role } from '../domain/roles.ts';
import { createPersonPlan, measuresOf } from './person-plan.ts';

const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Ingrid Moen' };
const file = '00000000-0000-4000-8000-00000000000a';
const id = (n: number) => `00000000-0000-4000-8000-00000000010${n}`;
const [goalA, goalB, gone, m1, m2, m3, m4, place] = [id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8)];

const record = (id: string, type: string, compartment: Compartment, fields: Record<string, Value>): Rec => ({
  id,
  file,
  compartment,
  type,
  seq: 1,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      { value, by: me.id, at: 0, names: [id], ahead: [], waiting: [] },
    ]),
  ),
});
const records = [
  record(goalB, 'goal', 'work', { area: 'work', text: 'Andre', order: 'V' }),
  record(goalA, 'goal', 'work', { area: 'work', text: 'Første', order: 'G' }),
  record(gone, 'goal', 'work', { area: 'work', text: 'Fjernet', deleted: true }),
  record(m1, 'measure', 'work', {
    area: 'work',
    kind: 'PRAKSIS',
    status: 'ongoing',
    goal: goalA,
    hoursPerWeek: 15,
    period: { from: '2026-08-01', to: null },
    location: place,
  }),
  record(m2, 'measure', 'work', { area: 'work', kind: 'MENTOR', status: 'planned', goal: gone, hoursPerWeek: 2 }),
  record(m3, 'measure', 'language', {
    area: 'language',
    kind: 'NORSK',
    status: 'ongoing',
    hoursPerWeek: 12.5,
    period: { from: null, to: '2026-11-16' },
  }),
  record(m4, 'measure', 'language', {
    area: 'language',
    kind: 'NORSK',
    status: 'ongoing',
    hoursPerWeek: 10,
    period: { from: '2026-12-01', to: null },
  }),
  record(place, 'location', 'location', { kind: 'place', partner: 'Tall & Orden', place: 'Storgata' }),
  record(id(9), 'plan', 'plan', { longTermGoal: 'Bli regnskapsfører' }),
];
const planFor = (role: Role) => {
  const model = createMemoryModel({ me: { ...me, role }, records, staff: [], today: '2026-11-16', now: 0 });
  const plan = createPersonPlan(model, file).value;
  if (!plan) throw new Error('no plan');
  return plan;
};

test('goals stand in their order with their measures beneath', () => {
  const work = planFor('adviser').areas.find(({ area }) => area === 'work');
  expect(work?.goals.map(({ text }) => text)).toEqual(['Første', 'Andre']);
  expect(work?.goals[0]?.measures.map((each) => each.record.id)).toEqual([m1]);
  expect(work?.goals[0]?.measures[0]?.location).toMatchObject({ partner: 'Tall & Orden', place: 'Storgata' });
});

test('a measure whose goal is gone stays within reach', () => {
  const work = planFor('adviser').areas.find(({ area }) => area === 'work');
  expect(work?.measures.map((each) => each.record.id)).toEqual([m2]);
});

test('hours this week are those of measures in progress today', () => {
  expect(planFor('adviser').hoursThisWeek).toBe(27.5);
});

test('a teacher sees the language part and nothing else, whatever should lie on the device', () => {
  const plan = planFor('teacher');
  expect(plan.areas.map(({ area }) => area)).toEqual(['language']);
  expect(measuresOf(plan).map((each) => each.record.id)).toEqual([m3, m4]);
  expect(plan.mayReadPlan).toBe(false);
  expect(plan.longTermGoal).toBeNull();
  expect(plan.hoursThisWeek).toBe(12.5);
});
