import type { Form } from '../../state/form.ts';
import { TextField } from '../../ui/TextField.tsx';

interface Props<Name extends string> {
  form: Form<Name>;
  name: Name;
  label: string;
  note?: string;
  kind?: 'line' | 'prose' | 'day' | 'number';
  /** Shown where the text is not a value. */
  wrong?: string;
  inWords?: string;
  focused?: boolean;
  onFinish?: () => void;
}

/** One input of a form that saves by itself. */
export function FormInput<Name extends string>({ form, name, wrong, onFinish, ...field }: Props<Name>) {
  return (
    <TextField
      {...field}
      value={form.text(name)}
      error={form.invalid.value.has(name) ? wrong : null}
      onEnter={() => form.enter(name)}
      onType={(text) => form.type(name, text)}
      onLeave={() => void form.leave(name)}
      onFinish={onFinish ?? (() => void form.commit())}
    />
  );
}
