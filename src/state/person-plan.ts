import { computed, type ReadonlySignal } from '@preact/signals';
import { mayRead, mayWrite } from '../domain/access.ts';
import { type Area, areas, compartmentOfArea } from '../domain/areas.ts';
import type { MeasureKind } from '../domain/codes/measure-kinds.ts';
import type { Id } from '../domain/record.ts';
import { goal as goalType } from '../domain/records/goal.ts';
import { location as locationType } from '../domain/records/location.ts';
import { type MeasureStatus, measure as measureType } from '../domain/records/measure.ts';
import { plan as planType } from '../domain/records/plan.ts';
import { isDeleted, readField } from '../domain/records/record-type.ts';
import { readableBy, recordsOf } from './case-records.ts';
import type { CaseFile, Model, ViewRecord } from './model.ts';
import { twosIn } from './two.ts';

export interface Measure {
  record: ViewRecord;
  goal: Id | null;
  area: Area;
  kind: MeasureKind;
  title: string;
  hoursPerWeek: number | null;
  from: string | null;
  to: string | null;
  status: MeasureStatus;
  endedBecause: string;
  /** With whom and where, as far as this role may know. */
  location: { record: ViewRecord; partner: string; place: string } | null;
}

export interface Goal {
  record: ViewRecord;
  area: Area;
  text: string;
  dueOn: string | null;
  measures: Measure[];
}

export interface AreaPlan {
  area: Area;
  mayWrite: boolean;
  goals: Goal[];
  /** Measures of the area without a goal, and those whose goal is gone. */
  measures: Measure[];
}

export interface Plan {
  /** Areas this role may read, in their fixed order. */
  areas: AreaPlan[];
  /** Null where the role may not read it, or none has been written. */
  longTermGoal: { record: ViewRecord; text: string } | null;
  /** What two have changed in records that have no place in the plan: it is settled here all the same. */
  elsewhere: ViewRecord[];
  mayReadPlan: boolean;
  mayWritePlan: boolean;
  /** Hours of the measures in progress today. */
  hoursThisWeek: number;
}

/** One person's plan by area, from the records on this device. */
export function createPersonPlan(model: Model, file: Id): ReadonlySignal<Plan | null> {
  const { role } = model.me;
  const isReadable = (area: Area) => mayRead(role, compartmentOfArea(area));
  return computed(() => {
    const held = model.files.value.get(file);
    if (!held) return null;
    const found = readableBy(role, held);
    const measures = inOrder(recordsOf(found, 'measure')).flatMap((record) => readMeasure(found, record));
    const goals = inOrder(recordsOf(found, 'goal')).flatMap((record) => readGoal(record, measures));
    const plan = recordsOf(found, 'plan')[0];
    return {
      areas: areas
        .filter(isReadable)
        .map((area) => areaPlan(area, goals, measures, mayWrite(role, compartmentOfArea(area)))),
      longTermGoal: plan ? { record: plan, text: readField(planType, plan, 'longTermGoal') ?? '' } : null,
      elsewhere: changedByTwo(found, measures, mayRead(role, 'plan')),
      mayReadPlan: mayRead(role, 'plan'),
      mayWritePlan: mayWrite(role, 'plan'),
      hoursThisWeek: measures
        .filter((each) => isOngoing(each, model.today.value))
        .reduce((sum, each) => sum + (each.hoursPerWeek ?? 0), 0),
    };
  });
}

/** Every measure of the plan, with a goal or without. */
export function measuresOf({ areas: parts }: Plan): Measure[] {
  return parts.flatMap((part) => [...part.goals.flatMap((goal) => goal.measures), ...part.measures]);
}

/** Where two have written and no part of the plan shows it. */
function changedByTwo(file: CaseFile, measures: Measure[], showsPlan: boolean): ViewRecord[] {
  const shown = new Set<string>(showsPlan ? ['plan', 'goal', 'measure'] : ['goal', 'measure']);
  const placed = new Set(measures.map(({ location }) => location?.record.id));
  return [...file.records.values()].filter(
    (record) => twosIn(record).length > 0 && !shown.has(record.type) && !placed.has(record.id),
  );
}

function areaPlan(area: Area, allGoals: Goal[], allMeasures: Measure[], writable: boolean): AreaPlan {
  const goals = allGoals.filter((goal) => goal.area === area);
  const placed = new Set(goals.flatMap((goal) => goal.measures));
  const measures = allMeasures.filter((measure) => measure.area === area && !placed.has(measure));
  return { area, mayWrite: writable, goals, measures };
}

function readGoal(record: ViewRecord, measures: Measure[]): Goal[] {
  const area = readField(goalType, record, 'area');
  if (!area) return [];
  return [
    {
      record,
      area,
      text: readField(goalType, record, 'text') ?? '',
      dueOn: readField(goalType, record, 'dueOn') ?? null,
      measures: measures.filter((measure) => measure.goal === record.id && measure.area === area),
    },
  ];
}

function readMeasure(file: CaseFile, record: ViewRecord): Measure[] {
  const read = <Name extends keyof typeof measureType.fields & string>(name: Name) =>
    readField(measureType, record, name);
  const area = read('area');
  const kind = read('kind');
  if (!area || !kind) return [];
  const period = read('period');
  return [
    {
      record,
      area,
      kind,
      goal: read('goal') ?? null,
      title: read('title') ?? '',
      hoursPerWeek: read('hoursPerWeek') ?? null,
      from: period?.from ?? null,
      to: period?.to ?? null,
      status: read('status') ?? 'suggested',
      endedBecause: read('endedBecause') ?? '',
      location: readLocation(file, read('location') ?? null),
    },
  ];
}

function readLocation(file: CaseFile, id: Id | null): Measure['location'] {
  const record = id === null ? undefined : file.records.get(id);
  if (record?.type !== 'location' || isDeleted(record)) return null;
  return {
    record,
    partner: readField(locationType, record, 'partner') ?? '',
    place: readField(locationType, record, 'place') ?? '',
  };
}

/** By fractional key where one was given, then by id so that every device agrees. */
function inOrder(records: ViewRecord[]): ViewRecord[] {
  const key = (record: ViewRecord) => `${record.fields.order?.value ?? '~'} ${record.id}`;
  return records
    .map((record) => ({ record, key: key(record) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ record }) => record);
}

function isOngoing({ status, from, to }: Measure, today: string): boolean {
  return status === 'ongoing' && (from === null || from <= today) && (to === null || today <= to);
}
