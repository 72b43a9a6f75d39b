import { useEffect, useMemo } from 'preact/hooks';
import type { Desk } from '../../state/desk.ts';
import { createForm, type Form } from '../../state/form.ts';
import type { FormSpec } from '../../state/form-spec.ts';

/** The form of one record for as long as the component is on the screen. A record's id decides which form it is. */
export function useForm<Name extends string>(desk: Desk, spec: FormSpec<Name>): Form<Name> {
  const form = useMemo(() => createForm(desk.model, desk.drafts, spec), [desk, spec.record.id]);
  useEffect(() => {
    const forget = desk.opened(form.pause);
    return () => {
      forget();
      void form.pause();
      form.close();
    };
  }, [desk, form]);
  return form;
}
