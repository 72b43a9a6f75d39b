import type { Birth } from './records/values.ts';

/** Whole years, as far as the date of birth is known: `least` and `most` differ where day or month is missing. */
export interface Age {
  least: number;
  most: number;
  certain: boolean;
}

/** How old someone is on an ISO day. One born on 29 February turns a year older on 1 March in other years. */
export function ageOn(birth: Birth, day: string): Age {
  const most = fullYears(birth.date + '-01-01'.slice(birth.date.length - 4), day);
  const least = fullYears(birth.date + '-12-31'.slice(birth.date.length - 4), day);
  return { least, most, certain: birth.certainty === 'certain' && least === most };
}

function fullYears(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
