import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Id } from '../../domain/record.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { Person } from '../../state/person.ts';
import { createPersonPlan } from '../../state/person-plan.ts';
import { useKeptScroll } from '../../ui/kept-scroll.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { SamePerson } from '../person/SamePerson.tsx';
import { AreaSection } from './AreaSection.tsx';
import { LongTermGoal } from './LongTermGoal.tsx';
import { TwoCards } from './TwoCards.tsx';

interface Props {
  desk: Desk;
  person: Person;
  /** The measure in the pane beside. */
  open: Id | null;
}

/** The plan by area, the long-term goal above. */
export function PlanTab({ desk, person, open }: Props) {
  const text = messages.value.plan;
  const pane = useRef<HTMLDivElement>(null);
  usePageTitle(text.title);
  useKeptScroll(pane, desk.scrolled, `plan ${person.id}`);
  const planned = useMemo(() => createPersonPlan(desk.model, person.id), [desk, person.id]);
  const editing = useSignal<Id | null>(null);
  const plan = planned.value;
  if (!plan) return null;
  return (
    <div class="ff-pane__body ff-stack" data-gap="l" ref={pane}>
      <SamePerson desk={desk} person={person} />
      {plan.mayReadPlan && <LongTermGoal desk={desk} file={person.id} plan={plan} />}
      {plan.elsewhere.length > 0 && (
        <div class="ff-stack" data-gap="s">
          {plan.elsewhere.map((record) => (
            <TwoCards key={record.id} desk={desk} record={record} />
          ))}
        </div>
      )}
      {plan.areas.map((area) => (
        <AreaSection key={area.area} desk={desk} person={person} plan={area} open={open} editing={editing} />
      ))}
      {plan.hoursThisWeek > 0 && <p class="ff-sub ff-num">{text.hours(formats.value.number(plan.hoursThisWeek))}</p>}
    </div>
  );
}
