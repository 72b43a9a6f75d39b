import { isLocationProtected } from '../domain/access.ts';
import { type Age, ageOn } from '../domain/age.ts';
import { languageOf } from '../domain/codes/languages.ts';
import { displayName, everyName } from '../domain/names.ts';
import type { Id } from '../domain/record.ts';
import { person as personType } from '../domain/records/person.ts';
import { elementsOf, readField } from '../domain/records/record-type.ts';
import type { Birth } from '../domain/records/values.ts';
import type { CaseFile } from './model.ts';

/** What every screen about a person shows at its head. */
export interface Person {
  id: Id;
  name: string;
  /** Every name the person may be looked up by. */
  names: string;
  /** Given names and family name, as they are registered. */
  fullName: string;
  /** Language and direction of the name, where its script gives them away. */
  nameLanguage: { code: string; dir: 'ltr' | 'rtl' } | null;
  initials: string;
  pronunciation: string;
  birth: Birth | null;
  languages: string[];
  interpreter: { need: 'never' | 'decisions' | 'always'; language: string | null } | null;
  responsible: Id | null;
  /** True where nothing that says where the person can be found may be written or shown here. */
  locationProtected: boolean;
}

const scripts = { Arab: /\p{Script=Arabic}/u, Cyrl: /\p{Script=Cyrillic}/u, Ethi: /\p{Script=Ethiopic}/u } as const;

/** The person a case is about; null where the record has not arrived or may not be read. */
export function personOf(file: CaseFile): Person | null {
  const record = file.records.get(file.id);
  if (record?.type !== 'person') return null;
  const read = <Name extends keyof typeof personType.fields & string>(name: Name) =>
    readField(personType, record, name);
  const names = {
    givenNames: read('givenNames') ?? '',
    familyName: read('familyName') ?? '',
    calledName: read('calledName'),
  };
  const name = displayName(names);
  const interpreter = read('interpreter') ?? null;
  const languages = inOrder(elementsOf(record, 'languages'), interpreter?.language ?? null);
  return {
    id: file.id,
    name,
    names: everyName(names),
    fullName: everyName({ ...names, calledName: undefined }),
    nameLanguage: languageOfName(name, languages),
    initials: initialsOf(name),
    pronunciation: read('pronunciation') ?? '',
    birth: read('birth') ?? null,
    languages,
    interpreter,
    responsible: read('responsible') ?? null,
    locationProtected: isLocationProtected(read('addressProtection')),
  };
}

/** The language a person wants an interpreter in says most, so it comes first. */
function inOrder(languages: string[], first: string | null): string[] {
  return [...languages].sort((a, b) => Number(b === first) - Number(a === first));
}

/** The person's age on a day; null where no date of birth is known. */
export function ageOf(person: Person, today: string): Age | null {
  return person.birth && ageOn(person.birth, today);
}

/** First letters of the first and last name, whole letters in any script. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? '')].find((letter) => /\p{L}/u.test(letter)) ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** Which of the person's own languages a name is written in. A name in Latin letters, or in two scripts, does not tell. */
function languageOfName(name: string, languages: string[]): Person['nameLanguage'] {
  const written = Object.entries(scripts).filter(([, letters]) => letters.test(name));
  const script = written[0]?.[0];
  if (script === undefined || written.length > 1 || /\p{Script=Latin}/u.test(name)) return null;
  const code = languages.find((each) => languageOf(each)?.script === script);
  return code ? { code, dir: script === 'Arab' ? 'rtl' : 'ltr' } : null;
}
