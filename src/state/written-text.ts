import type { Change } from '../domain/record.ts';
import type { TypeName } from '../domain/records/types.ts';

/** The fields that someone writes in words of their own. The others hold days, numbers, codes and ids. */
const inOwnWords: Record<TypeName, readonly string[]> = {
  person: ['givenNames', 'familyName', 'calledName', 'pronunciation', 'reference'],
  contact: ['phone', 'email', 'safeChannel'],
  location: ['partner', 'place'],
  householdLink: ['name', 'school'],
  plan: ['longTermGoal'],
  languageTarget: [],
  goal: ['text'],
  measure: ['title', 'endedBecause'],
  entry: ['text'],
  result: [],
};

/** What someone wrote in words in one change, a line for each field; empty where there was nothing of the kind. */
export function writtenText({ record, fields }: Change): string {
  const names = inOwnWords[record.type as TypeName] ?? [];
  const texts = names.map((name) => fields[name]?.value);
  return texts.filter((text) => typeof text === 'string' && text !== '').join('\n');
}
