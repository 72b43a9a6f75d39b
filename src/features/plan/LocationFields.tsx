import { useMemo } from 'preact/hooks';
import { mayRead, mayWrite } from '../../domain/access.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { Person } from '../../state/person.ts';
import type { Measure } from '../../state/person-plan.ts';
import { locationForm, placeDraftId } from '../../state/plan-actions.ts';
import { ShieldIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';
import { FormInput } from './FormInput.tsx';
import { FormNotices } from './FormNotices.tsx';
import { TwoCards } from './TwoCards.tsx';
import { useForm } from './use-form.ts';

/** With whom and where: a record with readers of its own, and nothing of it on a device where the address is protected. */
export function LocationFields({ desk, person, measure }: { desk: Desk; person: Person; measure: Measure }) {
  const { role } = desk.model.me;
  if (!mayRead(role, 'location') || !mayWrite(role, 'location')) return null;
  if (person.locationProtected)
    return (
      <Note icon={ShieldIcon} tone="neutral">
        {messages.value.plan.noLocation}
      </Note>
    );
  return <Fields desk={desk} person={person} measure={measure} />;
}

function Fields({ desk, person, measure }: { desk: Desk; person: Person; measure: Measure }) {
  const text = messages.value.plan;
  const known = measure.location?.record.id;
  const id = useMemo(() => known ?? begunPlace(desk, measure) ?? desk.model.newId(), [desk]);
  const form = useForm(desk, locationForm(person.id, id, measure.record));
  return (
    <>
      {measure.location && <TwoCards desk={desk} record={measure.location.record} />}
      <FormNotices form={form} today={desk.model.today.value} />
      <FormInput form={form} name="partner" label={text.partner} note={text.optional} />
      <FormInput form={form} name="place" label={text.place} note={text.optional} />
    </>
  );
}

/** The id a place was begun with, where it is only a draft. */
function begunPlace(desk: Desk, measure: Measure): string | undefined {
  const draft = desk.drafts.all.peek().get(placeDraftId(measure.record));
  return typeof draft?.text.record === 'string' ? draft.text.record : undefined;
}
