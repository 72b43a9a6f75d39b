import * as z from 'zod/mini';

/** A BCP 47 language tag as far as a name of a language needs it. People speak more languages than any list holds. */
export const languageTagSchema = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.maxLength(35));

export interface Language {
  code: string;
  /** ISO 15924 code of the script it is usually written in here; null for a signed language. */
  script: 'Arab' | 'Cyrl' | 'Ethi' | 'Latn' | 'Mymr' | null;
  dir: 'ltr' | 'rtl';
  /** False where no qualified interpreter is to be had in Norway. */
  interpreters: boolean;
}

const language = (code: string, script: Language['script'], interpreters = true): Language => ({
  code,
  script,
  dir: script === 'Arab' ? 'rtl' : 'ltr',
  interpreters,
});

/** Languages offered first where one is chosen, the most used first. */
export const languages: readonly Language[] = [
  language('uk', 'Cyrl'),
  language('ru', 'Cyrl'),
  language('ar', 'Arab'),
  language('ti', 'Ethi'),
  language('so', 'Latn'),
  language('prs', 'Arab'),
  language('fa', 'Arab'),
  language('ps', 'Arab'),
  language('kmr', 'Latn'),
  language('ckb', 'Arab'),
  language('sw', 'Latn'),
  language('rw', 'Latn'),
  language('rn', 'Latn'),
  language('fr', 'Latn'),
  language('am', 'Ethi'),
  language('om', 'Latn'),
  language('tr', 'Latn'),
  language('ur', 'Arab'),
  language('my', 'Mymr'),
  language('rhg', 'Arab', false),
  language('nus', 'Latn', false),
  language('ksw', 'Mymr'),
  language('es', 'Latn'),
  language('en', 'Latn'),
  language('pl', 'Latn'),
  language('nsl', null),
];

/** What is known of a language; undefined for one outside the list. */
export function languageOf(code: string): Language | undefined {
  return languages.find((each) => each.code === code);
}
