import { formats, messages } from '../../i18n/messages.ts';
import type { Form } from '../../state/form.ts';
import { FormInput } from './FormInput.tsx';

interface Props<Name extends string> {
  form: Form<Name>;
  name: Name;
  label: string;
  note?: string;
}

/** True of a whole date as a date input writes it. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

/** A day. The browser writes it the way the device is set; the words below say which day it is. */
export function DayInput<Name extends string>({ form, name, label, note }: Props<Name>) {
  const day = form.text(name);
  return (
    <FormInput
      form={form}
      name={name}
      kind="day"
      label={label}
      note={note}
      wrong={messages.value.plan.dayWrong}
      inWords={isDay(day) ? formats.value.weekday(day) : undefined}
    />
  );
}
