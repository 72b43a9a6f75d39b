import { addDays, addMonths, daysBetween } from '../../../src/domain/dates.ts';
import { type Chance, chanceOf } from '../ids.ts';
import type { StaffKey } from '../staff.ts';
import type { Story, ToldMember } from '../story.ts';
import { type Background, backgrounds } from './backgrounds.ts';
import { aimsOf } from './crowd-aims.ts';
import { logOf } from './crowd-log.ts';
import { missedRevision } from './missed.ts';
import { LAST_DAY, type Sketch } from './sketch.ts';

/** The 75 others whom the second adviser follows: invented from a seed, the same at every start. */
export function crowd(): Story[] {
  const everyone = backgrounds.flatMap((background) => background.people.map((names) => ({ background, names })));
  return chanceOf('crowd')
    .some(everyone, everyone.length)
    .map(({ background, names }, index) => storyOf(index + 9, background, names));
}

function storyOf(number: number, background: Background, names: Story['names']): Story {
  const chance = chanceOf(`crowd/${number}`);
  const settledOn = settledOnOf(chance, number);
  const startedOn = addDays(settledOn, chance.from(35, 85));
  const education = chance.pick(background.education);
  const birth = birthOf(chance, background);
  const household = householdOf(chance, birth.date);
  const sketch: Sketch = {
    number,
    background,
    chance,
    settledOn,
    startedOn,
    isUnderWay: startedOn < LAST_DAY,
    schooled: ['VGS_FULLFORT_GSU', 'FAGUTDANNING', 'HOYERE_KORT', 'HOYERE_LANG'].includes(education),
    around: aroundOf(number),
    days: daysBetween(settledOn, LAST_DAY),
    hasChildren: household.length > 0,
  };
  const story: Story = {
    reference: `DEMO-${String(number).padStart(3, '0')}`,
    responsible: 'per',
    around: sketch.around,
    openedOn: addDays(settledOn, -chance.from(3, 21)),
    names,
    birth,
    languages: languagesOf(chance, background),
    interpreter: interpreterOf(sketch),
    contact: { phone: `000 00 ${200 + number}` },
    home: `${chance.pick(['Elvebredden', 'Bekkestien', 'Skogveien', 'Fjordgata', 'Kirkebakken', 'Stasjonsveien'])} ${chance.from(1, 80)}, Granvik`,
    household,
    ...aimsOf(sketch, education, Number(settledOn.slice(0, 4)) - Number(birth.date.slice(0, 4))),
    log: [],
  };
  return missedRevision({ ...story, log: logOf(sketch, story) }, number);
}

/** Within the last two years; three of them so lately that nothing is planned yet. */
function settledOnOf(chance: Chance, number: number): string {
  const isNew = number % 25 === 11;
  return addDays('2026-11-02', -chance.from(0, isNew ? 7 : 640));
}

/** A class of the teacher's, a few whom Nav follows, and a few with something to arrange for their health. */
function aroundOf(number: number): StaffKey[] {
  const around: StaffKey[] = [];
  if (number % 5 === 0) around.push('jonas');
  if (number % 6 === 0) around.push('siri');
  if (number % 11 === 0) around.push('anne');
  return around;
}

function birthOf(chance: Chance, { birthIsUncertain }: Background): Story['birth'] {
  const year = 2026 - chance.from(19, 60);
  if (!birthIsUncertain || chance.upTo(3) === 0) {
    const date = addDays(`${year}-01-02`, chance.upTo(300));
    return { date, certainty: 'certain' };
  }
  return chance.upTo(2) === 0
    ? { date: `${year}-01-01`, certainty: 'assumed' }
    : { date: String(year), certainty: 'estimated' };
}

function languagesOf(chance: Chance, { languages }: Background): string[] {
  const spoken = languages.slice(0, chance.from(1, languages.length));
  return chance.upTo(4) === 0 && !spoken.includes('en') ? [...spoken, 'en'] : spoken;
}

function interpreterOf({ chance, days, background: { interpreting } }: Sketch): Story['interpreter'] {
  if (days > 500 && chance.upTo(3) === 0) return { need: 'never', language: null };
  return { need: days < 250 || chance.upTo(3) === 0 ? 'always' : 'decisions', language: interpreting };
}

const childNames = ['Adam', 'Sara', 'Noor', 'Elias', 'Mila', 'Daniel', 'Maya', 'Zain', 'Liya', 'Ivan', 'Amir', 'Hana'];

function householdOf(chance: Chance, birth: string): ToldMember[] {
  const age = 2026 - Number(birth.slice(0, 4));
  if (age < 23 || chance.upTo(2) === 0) return [];
  return chance.some(childNames, chance.from(1, 3)).map((name): ToldMember => {
    const years = chance.from(1, Math.min(17, age - 19));
    const school = years < 6 ? 'Solbakken barnehage' : years < 13 ? 'Bekken skole' : 'Granvik ungdomsskole';
    return {
      relation: 'child',
      name,
      birth: { date: addMonths(LAST_DAY, -12 * years - chance.upTo(11)), certainty: 'certain' },
      school: years > 15 ? 'Granvik videregående' : school,
    };
  });
}
