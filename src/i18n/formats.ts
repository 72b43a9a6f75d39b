const OSLO = 'Europe/Oslo';

/** How days, times and numbers are written in one language. Days are ISO dates, moments are milliseconds. */
export interface Formats {
  /** `16. nov.`, with the year where it is another than this one. */
  day(day: string, today: string): string;
  /** `1. desember 2026` */
  longDay(day: string): string;
  /** `mandag 1. desember 2026` */
  weekday(day: string): string;
  /** `november 2026`, from `2026-11` */
  month(month: string): string;
  /** `16. november`, without a year */
  dayAndMonth(day: string): string;
  /** `i dag kl. 12.48`, `i går`, `13. nov.` */
  moment(at: number, today: string): string;
  /** `kl. 12.48` */
  time(at: number): string;
  number(value: number): string;
  /** What a language is called; its tag where it has no name here. */
  language(tag: string): string;
}

/** `named` are languages this app has its own names for. */
export function createFormats(locale: string, named: Record<string, string>): Formats {
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return (day: string) => format.format(Date.parse(`${day}T12:00:00Z`));
  };
  const short = date({ day: 'numeric', month: 'short' });
  const shortYear = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = date({ month: 'long', year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const clock = new Intl.DateTimeFormat('nb-NO', { timeZone: OSLO, hour: '2-digit', minute: '2-digit' });
  const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: OSLO });

  const time = (at: number) => {
    const written = clock.format(at);
    return locale.startsWith('en') ? written.replace('.', ':') : `kl. ${written.replace(':', '.')}`;
  };
  const day = (iso: string, today: string) => (iso.slice(0, 4) === today.slice(0, 4) ? short(iso) : shortYear(iso));
  return {
    day,
    time,
    longDay: date({ day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    dayAndMonth: date({ day: 'numeric', month: 'long' }),
    month: (yearMonth) => capital(month(`${yearMonth}-01`)),
    number: (value) => number.format(value),
    moment(at, today) {
      const iso = isoDay.format(at);
      const days = Math.round((Date.parse(iso) - Date.parse(today)) / 86_400_000);
      if (days === 0) return `${relative.format(0, 'day')} ${time(at)}`;
      return days === -1 ? relative.format(-1, 'day') : day(iso, today);
    },
    language(tag) {
      if (Object.hasOwn(named, tag)) return named[tag] as string;
      try {
        return languages.of(tag) ?? tag;
      } catch {
        return tag; // a tag from a newer version that Intl does not accept
      }
    },
  };
}

/** The first letter as a capital: a month or a language at the head of a line. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
