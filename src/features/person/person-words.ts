import type { Age } from '../../domain/age.ts';
import { capital } from '../../i18n/formats.ts';
import { formats, messages } from '../../i18n/messages.ts';

/** `39 år`, `ca. 30 år`, `29–30 år` */
export function ageInWords(age: Age | null): string {
  const text = messages.value.person;
  return age ? text.years(age.least, age.most, age.certain) : text.noBirth;
}

/** `Ukrainsk, russisk` */
export function languagesInWords(tags: string[]): string {
  return capital(tags.map((tag) => formats.value.language(tag)).join(', '));
}
