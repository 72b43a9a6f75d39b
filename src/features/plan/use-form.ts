import { useEffect, useMemo } from 'preact/hooks';
import type { Desk } from '../../state/desk.ts';
import { createForm, type Form, type FormSpec } from '../../state/form.ts';

/** The form of one record for as long as the component is on the screen. A record's id decides which form it is. */
export function useForm<Name extends string>(desk: Desk, spec: FormSpec<Name>): Form<Name> {
  const form = useMemo(() => createForm(desk.model, desk.drafts, spec), [desk, spec.record.id]);
  useEffect(() => {
    // A record is not made by leaving the page: what was begun stays a draft.
    const forget = desk.opened(async () => form.exists.peek() && form.commit());
    return () => {
      forget();
      form.close();
    };
  }, [desk, form]);
  return form;
}
