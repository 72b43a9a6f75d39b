import { addDays } from '../domain/dates.ts';
import type { Value } from '../domain/record.ts';

/** One input of a form, and how what is typed in it becomes the value of a field. */
export interface Part {
  field: string;
  show(value: Value | undefined): string;
  /** The field's new value; undefined where the text is not (yet) one. `value` is the field's value before it. */
  put(value: Value | undefined, text: string): Value | undefined;
  /** True where the input cannot show such a text again: it is not worth a draft. Where it is not said, it can. */
  isLost?(text: string): boolean;
}

/** Free text, kept as it is typed but for space around it. */
export function textPart(field: string): Part {
  return { field, show: (value) => (typeof value === 'string' ? value : ''), put: (_, text) => text.trim() };
}

/** Hours with comma or point; empty is none. At most the hours there are in a week. */
export function hoursPart(field: string): Part {
  return {
    field,
    show: (value) => (typeof value === 'number' ? String(value).replace('.', ',') : ''),
    put: (_, text) => {
      if (text.trim() === '') return null;
      const hours = Number(text.trim().replace(',', '.'));
      return hours >= 0 && hours <= 168 ? hours : undefined;
    },
  };
}

/** A day from a date input; empty is none. */
export function dayPart(field: string): Part {
  return { field, show: (value) => (typeof value === 'string' ? value : ''), put: (_, text) => dayOf(text), isLost };
}

/** One end of a period, which is one field. */
export function periodPart(field: string, end: 'from' | 'to'): Part {
  const ends = (value: Value | undefined) => ({
    from: null,
    to: null,
    ...(value as Record<string, Value> | undefined),
  });
  return {
    field,
    show: (value) => String(ends(value)[end] ?? ''),
    put: (value, text) => {
      const day = dayOf(text);
      return day === undefined ? undefined : { ...ends(value), [end]: day };
    },
    isLost,
  };
}

/** A date input shows whole days only. */
const isLost = (text: string): boolean => dayOf(text) === undefined;

/** Days this side of the turn of two centuries: a year half typed is no day yet. */
function dayOf(text: string): string | null | undefined {
  if (text === '') return null;
  const isDay = /^(19|20)\d\d-\d\d-\d\d$/.test(text) && addDays(text, 0) === text;
  return isDay ? text : undefined;
}
