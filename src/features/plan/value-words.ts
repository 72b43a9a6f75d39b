import type { Value } from '../../domain/record.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { Two } from '../../state/two.ts';

/** A value as a reader would say it, whatever kind of field it stands in. */
export function valueInWords({ field }: Pick<Two, 'field'>, value: Value, today: string): string {
  const text = messages.value;
  const day = (iso: unknown) => (typeof iso === 'string' ? formats.value.day(iso, today) : null);
  if (value === null || value === '') return text.two.empty;
  if (typeof value === 'boolean') return value ? text.two.removed : text.two.notRemoved;
  if (typeof value === 'number') return formats.value.number(value);
  if (field === 'status') return named(text.codes.status, value);
  if (field === 'kind') return named(text.codes.measureKind, value);
  if (field.endsWith('On')) return day(value) ?? text.two.empty;
  if (field === 'period') {
    const { from, to } = value as { from?: Value; to?: Value };
    return [day(from), day(to)].map((end) => end ?? '…').join(' – ');
  }
  return typeof value === 'string' ? value : Object.values(value).filter(Boolean).join(' ');
}

function named(names: Record<string, string>, code: Value): string {
  return names[String(code)] ?? String(code);
}
