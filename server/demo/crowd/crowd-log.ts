import { addDays, daysBetween } from '../../../src/domain/dates.ts';
import { displayName } from '../../../src/domain/names.ts';
import type { StaffKey } from '../staff.ts';
import type { Story, ToldEntry } from '../story.ts';

import {
  arrivalSteps,
  attendancePhrases,
  educationPhrases,
  familyPhrases,
  healthPhrases,
  languagePhrases,
  networkPhrases,
  type Phrase,
  planPhrases,
  transportPhrases,
  workPhrases,
} from './phrases.ts';
import { LAST_DAY, type Sketch } from './sketch.ts';

const FEWEST = 5;
const MOST = 40;
const DAYS_BETWEEN = 15;

/** A log from arrival until now: between 5 and 40 entries, the more the longer someone has been here. */
export function logOf(sketch: Sketch, { names, openedOn }: Pick<Story, 'names' | 'openedOn'>): ToldEntry[] {
  const { chance, days, around, startedOn } = sketch;
  const name = displayName({ ...names, familyName: '' });
  const count = Math.max(FEWEST, Math.min(MOST, Math.round(days / DAYS_BETWEEN) + chance.from(-3, 3)));
  const length = daysBetween(openedOn, LAST_DAY);
  const arrival = arrivalSteps.map((step) => chance.pick(step));
  const topics = topicsOf(sketch);
  const entries: ToldEntry[] = [];
  for (let index = 0; index < count; index++) {
    const on = addDays(openedOn, Math.floor((index * length) / count));
    const phrase = (on < startedOn && arrival.shift()) || drawn(sketch, topics);
    if (!phrase) return entries;
    entries.push([on, authorOf(phrase, around), phrase.kind, phrase.area, phrase.text.replaceAll('{n}', name)]);
  }
  return entries;
}

/** What is written of when the programme has begun. Sentences about plans come in the order they are told; the others as they fall. */
function topicsOf({ chance, around, hasChildren }: Sketch): Phrase[][] {
  const topics = [languagePhrases, workPhrases, networkPhrases, educationPhrases, transportPhrases];
  if (hasChildren) topics.push(familyPhrases);
  if (around.includes('jonas')) topics.push(attendancePhrases, languagePhrases);
  if (around.includes('anne')) topics.push(healthPhrases);
  return [[...planPhrases], ...topics.map((topic) => chance.some(topic, topic.length))];
}

function drawn({ chance }: Sketch, topics: Phrase[][]): Phrase | undefined {
  const left = topics.filter((topic) => topic.length > 0);
  return left.length > 0 ? chance.pick(left).shift() : undefined;
}

/** Whoever knows it writes it, where they follow this person; the adviser writes the rest. */
function authorOf({ area }: Phrase, around: StaffKey[]): StaffKey {
  if (area === 'language' && around.includes('jonas')) return 'jonas';
  if (area === 'work' && around.includes('siri')) return 'siri';
  if (area === 'health' && around.includes('anne')) return 'anne';
  return 'per';
}
