import { formats, messages } from '../../i18n/messages.ts';
import type { Measure } from '../../state/person-plan.ts';

/** What a measure is called: its own title, or its kind. */
export function measureName({ title, kind }: Pick<Measure, 'title' | 'kind'>): string {
  return title || messages.value.codes.measureKind[kind];
}

/** `Tall & Orden Regnskap AS · 15 t i uken · til 13. april` */
export function measureFacts(measure: Measure, today: string): string {
  const text = messages.value.plan;
  const { title, kind, location, hoursPerWeek, from, to, status, endedBecause } = measure;
  const kindWord = messages.value.codes.measureKind[kind];
  const day = (iso: string) => formats.value.day(iso, today);
  const facts = [
    title && !title.toLowerCase().includes(kindWord.toLowerCase()) && kindWord,
    location && (location.partner || location.place),
    hoursPerWeek !== null && text.hoursShort(formats.value.number(hoursPerWeek)),
    from !== null && from > today && text.fromDay(day(from)),
    to !== null && text.toDay(day(to)),
    status === 'ended' && endedBecause,
  ];
  return facts.filter(Boolean).join(' · ');
}
