import { type Area, compartmentOfArea } from '../domain/areas.ts';
import { keyBetween } from '../domain/order-key.ts';
import type { Id } from '../domain/record.ts';
import type { MeasureStatus } from '../domain/records/measure.ts';
import { editOf } from './case-records.ts';
import type { FormSpec } from './form-spec.ts';
import type { RecordEdit, ViewRecord } from './model.ts';
import { dayPart, hoursPart, periodPart, textPart } from './parts.ts';
import type { Goal, Measure, Plan } from './person-plan.ts';
import type { Toasts } from './toasts.ts';

export type GoalInput = 'text' | 'dueOn';
export type MeasureInput = 'title' | 'hours' | 'from' | 'to' | 'endedBecause';
export type LocationInput = 'partner' | 'place';

/** The form of a goal, new or not. `after` is the goal a new one comes after. */
export function goalForm(file: Id, id: Id, area: Area, after: Goal | null): FormSpec<GoalInput> {
  return {
    record: { id, file, compartment: compartmentOfArea(area), type: 'goal' },
    parts: { text: textPart('text'), dueOn: dayPart('dueOn') },
    creation: { fields: { area, order: keyAfter(after?.record) } },
    needs: 'text',
    onFinish: 'making',
  };
}

/** The form of a measure, new or not. A new one is made when its kind is chosen. */
export function measureForm(
  file: Id,
  id: Id,
  area: Area,
  goal: Id | null,
  last: Measure | null,
): FormSpec<MeasureInput> {
  return {
    record: { id, file, compartment: compartmentOfArea(area), type: 'measure' },
    parts: {
      title: textPart('title'),
      hours: hoursPart('hoursPerWeek'),
      from: periodPart('period', 'from'),
      to: periodPart('period', 'to'),
      endedBecause: textPart('endedBecause'),
    },
    creation: { fields: { area, goal, status: 'suggested', order: keyAfter(last?.record) } },
    onFinish: 'making',
  };
}

/** The draft of a measure's place, which is found again by the measure until the place has been made. */
export const placeDraftId = (measure: ViewRecord): string => `place-of:${measure.id}`;

/** The form of where a measure takes place, and with whom. Made in the same action that makes the measure refer to it. */
export function locationForm(file: Id, id: Id, measure: ViewRecord | undefined): FormSpec<LocationInput> {
  const beside = (): RecordEdit[] => (measure ? [editOf(measure, { location: id })] : []);
  return {
    record: { id, file, compartment: 'location', type: 'location' },
    draftId: measure && placeDraftId(measure),
    parts: { partner: textPart('partner'), place: textPart('place') },
    creation: { fields: { kind: 'place' }, beside },
    onFinish: 'nothing',
  };
}

/** The form of the goal that stands above the areas. Unlike other texts it may be emptied. */
export function longTermGoalForm(file: Id, id: Id): FormSpec<'text'> {
  return {
    record: { id, file, compartment: 'plan', type: 'plan' },
    parts: { text: textPart('longTermGoal') },
    onFinish: 'everything',
  };
}

/** Sets how far a measure has come; the way back is offered. */
export function setStatus(toasts: Toasts, measure: Measure, status: MeasureStatus): Promise<boolean> {
  const back = editOf(measure.record, { status: measure.status });
  return toasts.withUndo('statusChanged', editOf(measure.record, { status }), back);
}

/** After the long-term goal was written: where it was emptied, the way back is offered. */
export function offerLongTermBack(toasts: Toasts, before: Plan['longTermGoal'], text: string): void {
  if (before?.text && text === '')
    toasts.offerBack('longTermEmptied', editOf(before.record, { longTermGoal: before.text }));
}

/** Takes a record away; the way back is offered. Nothing leaves the history. */
export function remove(
  toasts: Toasts,
  what: 'goalDeleted' | 'measureDeleted' | 'entryDeleted',
  record: ViewRecord,
): Promise<boolean> {
  return toasts.withUndo(what, editOf(record, { deleted: true }), editOf(record, { deleted: false }));
}

function keyAfter(last: ViewRecord | undefined): string {
  const key = last?.fields.order?.value;
  return keyBetween(typeof key === 'string' ? key : null, null);
}
