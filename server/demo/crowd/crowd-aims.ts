import type { Area } from '../../../src/domain/areas.ts';
import type { EducationLevel } from '../../../src/domain/codes/education-levels.ts';
import type { EndGoal } from '../../../src/domain/codes/end-goals.ts';
import { endReasons } from '../../../src/domain/codes/end-reasons.ts';
import { addDays, addMonths } from '../../../src/domain/dates.ts';
import type { Value } from '../../../src/domain/record.ts';
import type { Story, ToldGoal, ToldRevision } from '../story.ts';
import { goalTexts, longTermGoals } from './aims.ts';
import { courseOf, measuresOf } from './crowd-measures.ts';
import { resultsOf } from './crowd-results.ts';
import { clipped, LAST_DAY, type Sketch } from './sketch.ts';

type Aims = Pick<Story, 'plan' | 'target' | 'goals' | 'measures' | 'revisions' | 'results'>;

/** Plan, target, goals and measures, with how they went. A few came so lately that there is no plan; a few have a plan with no goal yet. */
export function aimsOf(sketch: Sketch, education: EducationLevel, age: number): Aims {
  const nothing = { goals: [], measures: [], revisions: [], results: resultsOf(sketch) };
  if (sketch.days < 20) return nothing;
  const plan = planOf(sketch, education, age);
  if (sketch.number % 12 === 5) return { ...nothing, plan };
  const goals = goalsOf(sketch);
  const measures = measuresOf(sketch, goals);
  const courses = measures.flatMap((measure) => courseOf(sketch, measure));
  const revisions = [...courses, ...goalRevisions(sketch, goals), ...endOf(sketch)];
  return { ...nothing, plan, target: targetOf(sketch), goals, measures, revisions };
}

/** A plan is made some days before the programme begins, or soon after settlement where it has not begun. */
const planDay = ({ isUnderWay, startedOn, settledOn }: Sketch): string =>
  isUnderWay ? addDays(startedOn, -4) : addDays(settledOn, 10);

function planOf(sketch: Sketch, education: EducationLevel, age: number): NonNullable<Story['plan']> {
  const { chance, settledOn, startedOn, isUnderWay, schooled, background } = sketch;
  const fields: Record<string, Value> = {
    longTermGoal: chance.pick(longTermGoals),
    permit: chance.pick(background.permits),
    education,
    settledOn,
  };
  if (!isUnderWay) return { on: planDay(sketch), fields };
  const programme = { programmeOfferedOn: startedOn, programmeStartedOn: startedOn, trainingOfferedOn: startedOn };
  return { on: planDay(sketch), fields: { ...fields, endGoal: endGoalOf(schooled, age), ...programme } };
}

/** As the act has it: the young without upper secondary school complete it, all others qualify for work. */
function endGoalOf(schooled: boolean, age: number): EndGoal {
  if (schooled) return 'ARB_VGS';
  return age < 25 ? 'VGS_FULL' : 'ARB_UTEN_VGS';
}

function targetOf(sketch: Sketch): Story['target'] {
  if (!sketch.isUnderWay) return undefined;
  const on = planDay(sketch);
  return sketch.schooled
    ? { on, levels: { reading: 'B1', listening: 'B1', writing: 'B1', speaking: 'B2' } }
    : { on, levels: { reading: 'A2', listening: 'A2', writing: 'A2', speaking: 'B1' } };
}

function goalsOf(sketch: Sketch): ToldGoal[] {
  const { chance } = sketch;
  const on = planDay(sketch);
  const areas: Area[] = [
    'language',
    'work',
    ...chance.some<Area>(['education', 'transport', 'network'], chance.from(0, 3)),
  ];
  return areas.map((area) => ({
    key: `mal-${area}`,
    area,
    text: chance.pick(goalTexts[area]),
    on,
    ...(chance.upTo(2) === 0 ? { dueOn: addMonths(on, chance.from(6, 14)) } : {}),
  }));
}

function goalRevisions({ chance, days }: Sketch, goals: ToldGoal[]): ToldRevision[] {
  if (days < 200) return [];
  return chance.some(goals, chance.from(1, 2)).map(({ key, area, on }) => ({
    on: clipped(addDays(on, chance.from(80, 150))),
    of: key,
    fields: { text: chance.pick(goalTexts[area]) },
  }));
}

/** A year is the longest for those who qualify for work with upper secondary school behind them. */
function endOf({ chance, schooled, startedOn }: Sketch): ToldRevision[] {
  const on = addMonths(startedOn, 12);
  if (!schooled || on >= LAST_DAY) return [];
  const endReason = chance.pick(endReasons.slice(0, 10));
  return [{ on, of: 'plan', fields: { programmeEndedOn: on, endReason } }];
}
