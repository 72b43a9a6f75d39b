import { addDays, daysBetween } from '../../../src/domain/dates.ts';
import { displayName } from '../../../src/domain/names.ts';
import type { StaffKey } from '../staff.ts';
import type { Story, ToldEntry } from '../story.ts';

import {
  arrivalPhrases,
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
  const { chance, days, around } = sketch;
  const name = displayName({ ...names, familyName: '' });
  const count = Math.max(FEWEST, Math.min(MOST, Math.round(days / DAYS_BETWEEN) + chance.from(-3, 3)));
  const writes = (phrase: Phrase, on: string): ToldEntry => {
    return [on, authorOf(phrase, around), phrase.kind, phrase.area, phrase.text.replaceAll('{n}', name)];
  };
  const later = drawn(sketch, topicsOf(sketch), count - 2);
  const texts = [...chance.some(arrivalPhrases, 2), ...later];
  const length = daysBetween(openedOn, LAST_DAY);
  return texts.map((phrase, index) => writes(phrase, addDays(openedOn, Math.floor((index * length) / texts.length))));
}

/** Sentences about plans come in the order they are told; the others as they fall. */
function topicsOf({ chance, around, hasChildren }: Sketch): Phrase[][] {
  const topics = [languagePhrases, workPhrases, networkPhrases, educationPhrases, transportPhrases];
  if (hasChildren) topics.push(familyPhrases);
  if (around.includes('jonas')) topics.push(attendancePhrases, languagePhrases);
  if (around.includes('anne')) topics.push(healthPhrases);
  return [[...planPhrases], ...topics.map((topic) => chance.some(topic, topic.length))];
}

function drawn({ chance }: Sketch, topics: Phrase[][], count: number): Phrase[] {
  const phrases: Phrase[] = [];
  while (phrases.length < count) {
    const left = topics.filter((topic) => topic.length > 0);
    if (left.length === 0) return phrases;
    phrases.push(chance.pick(left).shift()!);
  }
  return phrases;
}

/** Whoever knows it writes it, where they follow this person; the adviser writes the rest. */
function authorOf({ area }: Phrase, around: StaffKey[]): StaffKey {
  if (area === 'language' && around.includes('jonas')) return 'jonas';
  if (area === 'work' && around.includes('siri')) return 'siri';
  if (area === 'health' && around.includes('anne')) return 'anne';
  return 'per';
}
