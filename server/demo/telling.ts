import { type Area, compartmentOfArea } from '../../src/domain/areas.ts';
import { keyBetween } from '../../src/domain/order-key.ts';
import type { Compartment, Id, Value } from '../../src/domain/record.ts';
import type { TypeName } from '../../src/domain/records/types.ts';
import type { Intent } from '../../src/sync/view.ts';
import type { Act } from './chronicle.ts';
import { chanceOf, demoId } from './ids.ts';
import { type StaffKey, staff } from './staff.ts';
import type { Story, ToldGoal, ToldMeasure, ToldMember } from './story.ts';
import { momentOn, openDay } from './working-hours.ts';

/** What one author wrote in one go on one day. */
interface Told {
  on: string;
  by: StaffKey;
  intents: Intent[];
  arrives?: string | undefined;
}

/** The file of the person with this reference, which is also their person record. */
export const fileOf = (reference: string): Id => demoId(`case/${reference}`);

/** A story as acts in the order they were written, in working hours of days when the centre is open. */
export function tell(story: Story): Act[] {
  const told = [...opening(story), ...planning(story), ...later(story)];
  return atWork(story.reference, told);
}

const HALF_PAST_SEVEN = 450;
const TWENTY_TO_FOUR = 940;

/** Several acts of one day follow each other by some minutes; what was written without network arrives at the end of a day. */
function atWork(reference: string, told: Told[]): Act[] {
  const days = new Map<string, Told[]>();
  for (const each of told) {
    const day = openDay(each.on);
    days.set(day, [...(days.get(day) ?? []), each]);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, acts]) => {
      const chance = chanceOf(`${reference}/${day}`);
      let minutes = HALF_PAST_SEVEN + chance.upTo(200);
      return acts.map(({ by, intents, arrives }): Act => {
        minutes += chance.from(3, 16);
        const act = { at: momentOn(day, minutes), by: staff[by].id, intents };
        return arrives ? { ...act, arrivesAt: momentOn(arrives, TWENTY_TO_FOUR) } : act;
      });
    });
}

function intent(
  story: Story,
  type: TypeName,
  compartment: Compartment,
  key: string,
  fields: Record<string, Value>,
): Intent {
  const file = fileOf(story.reference);
  const id = type === 'person' ? file : demoId(`${story.reference}/${key}`);
  return { record: { id, file, compartment, type }, creates: true, fields };
}

/** The first day: who the person is, how they are reached, where they live, and with whom. */
function opening(story: Story): Told[] {
  const { names, birth, interpreter, responsible, reference, contact, home } = story;
  const fields: Record<string, Value> = {
    givenNames: names.givenNames,
    familyName: names.familyName,
    ...(names.calledName ? { calledName: names.calledName } : {}),
    ...(story.pronunciation ? { pronunciation: story.pronunciation } : {}),
    birth: { ...birth },
    interpreter,
    responsible: staff[responsible].id,
    addressProtection: story.addressProtection ?? 'none',
    reference,
    ...Object.fromEntries(story.languages.map((code) => [`languages/${code}`, true])),
  };
  const intents = [intent(story, 'person', 'person', 'person', fields)];
  if (contact) intents.push(intent(story, 'contact', 'contact', 'contact', { ...contact }));
  if (home) intents.push(intent(story, 'location', 'location', 'home', { kind: 'home', place: home }));
  for (const member of story.household ?? []) intents.push(link(story, member));
  return [{ on: story.openedOn, by: responsible, intents }];
}

function link(story: Story, { relation, name, member, birth, school, shared }: ToldMember): Intent {
  return intent(story, 'householdLink', 'family', `family/${name}`, {
    relation,
    name,
    member: member ? fileOf(member) : null,
    birth: birth ? { ...birth } : null,
    ...(school ? { school } : {}),
    ...(shared ? { sharedId: demoId(`shared/${shared}`) } : {}),
  });
}

/** The plan, its target, and the goals with the measures made for each. */
function planning(story: Story): Told[] {
  const { plan, target, responsible } = story;
  const told: Told[] = [];
  if (plan) {
    const intents = [intent(story, 'plan', 'plan', 'plan', plan.fields)];
    told.push({ on: plan.on, by: plan.by ?? responsible, intents });
  }
  if (target) {
    const intents = [intent(story, 'languageTarget', 'language', 'target', target.levels)];
    told.push({ on: target.on, by: target.by ?? responsible, intents });
  }
  const nextOrder = ordering();
  for (const goal of story.goals) {
    told.push({ on: goal.on, by: goal.by ?? responsible, intents: [goalIntent(story, goal, nextOrder(goal.area))] });
  }
  for (const measure of story.measures) {
    const order = nextOrder(measure.goal ?? measure.area);
    told.push(...measureActs(story, measure, order));
  }
  return told;
}

/** Keys that follow each other, a row of its own for each list. */
function ordering(): (list: string) => string {
  const last = new Map<string, string>();
  return (list) => {
    const key = keyBetween(last.get(list) ?? null, null);
    last.set(list, key);
    return key;
  };
}

function goalIntent(story: Story, { key, area, text, dueOn }: ToldGoal, order: string): Intent {
  return intent(story, 'goal', compartmentOfArea(area), key, { area, text, dueOn: dueOn ?? null, order });
}

/** Where a measure has a partner or a place, that is a record of its own, written by the adviser whoever wrote the measure. */
function measureActs(story: Story, told: ToldMeasure, order: string): Told[] {
  const { key, on, by = story.responsible, area, goal, kind, title, hours, from, to, status, shared } = told;
  const where = whereabouts(story, told);
  const measure = intent(story, 'measure', compartmentOfArea(area), key, {
    area,
    goal: goal ? demoId(`${story.reference}/${goal}`) : null,
    kind,
    title,
    hoursPerWeek: hours ?? null,
    period: { from: from ?? null, to: to ?? null },
    status,
    location: where ? where.record.id : null,
    sharedId: shared ? demoId(`shared/${shared}`) : null,
    order,
  });
  const acts: Told[] = [{ on, by, intents: [measure] }];
  return where ? [{ on, by: story.responsible, intents: [where] }, ...acts] : acts;
}

function whereabouts(story: Story, { key, partner, place }: ToldMeasure): Intent | undefined {
  if (!partner && !place) return undefined;
  const fields = { kind: 'place', partner: partner ?? '', place: place ?? '' };
  return intent(story, 'location', 'location', `${key}/place`, fields);
}

/** Revisions, results and the log. */
function later(story: Story): Told[] {
  const { responsible } = story;
  const revised = story.revisions.map(({ on, by, of, fields, arrives }): Told => {
    const [type, compartment] = whereIs(story, of);
    return {
      on,
      by: by ?? responsible,
      arrives,
      intents: [{ ...intent(story, type, compartment, of, fields), creates: false }],
    };
  });
  const results = story.results.map(([on, by, source, levels], index): Told => {
    const intents = Object.entries(levels).map(([skill, level]) =>
      intent(story, 'result', 'language', `result/${index}/${skill}`, { skill, level, source, takenOn: openDay(on) }),
    );
    return { on, by, intents };
  });
  const log = story.log.map(([on, by, kind, about, text], index): Told => {
    const area = about === 'concern' ? null : about;
    const compartment = about === 'concern' ? 'concern' : compartmentOfArea(area);
    const fields = { kind, area, text, happenedOn: openDay(on) };
    return { on, by, intents: [intent(story, 'entry', compartment, `log/${index}`, fields)] };
  });
  return [...revised, ...results, ...log];
}

const single: Record<string, [TypeName, Compartment]> = {
  person: ['person', 'person'],
  contact: ['contact', 'contact'],
  plan: ['plan', 'plan'],
  target: ['languageTarget', 'language'],
};

function whereIs(story: Story, key: string): [TypeName, Compartment] {
  if (single[key]) return single[key];
  const inArea = (type: TypeName, area: Area): [TypeName, Compartment] => [type, compartmentOfArea(area)];
  const goal = story.goals.find((each) => each.key === key);
  if (goal) return inArea('goal', goal.area);
  const measure = story.measures.find((each) => each.key === key);
  if (measure) return inArea('measure', measure.area);
  throw new Error(`${story.reference} revises ${key}, which it does not tell of`);
}
