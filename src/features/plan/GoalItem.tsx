import type { Signal } from '@preact/signals';
import type { Id } from '../../domain/record.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import { draftIdOf } from '../../state/form.ts';
import type { Person } from '../../state/person.ts';
import type { AreaPlan, Goal } from '../../state/person-plan.ts';
import { useFocusBack } from '../../ui/focus-back.ts';
import { PencilIcon } from '../../ui/icons.tsx';
import { GoalForm } from './GoalForm.tsx';
import { MeasureList } from './MeasureList.tsx';
import { RecordMarks } from './RecordMarks.tsx';
import { TwoCards } from './TwoCards.tsx';

interface Props {
  desk: Desk;
  person: Person;
  goal: Goal;
  plan: AreaPlan;
  open: Id | null;
  editing: Signal<Id | null>;
}

/** A goal with what two have changed in it, and its measures beneath. */
export function GoalItem({ desk, person, goal, plan, open, editing }: Props) {
  const text = messages.value.plan;
  const { record } = goal;
  const { today } = desk.model;
  const opener = useFocusBack<HTMLButtonElement>(editing.value === record.id);
  return (
    <div class="ff-goal">
      <TwoCards desk={desk} record={record} />
      {editing.value === record.id ? (
        <GoalForm
          desk={desk}
          file={person.id}
          id={record.id}
          area={goal.area}
          goal={goal}
          after={null}
          onClose={() => {
            editing.value = null;
          }}
        />
      ) : (
        <div class="ff-goal__line">
          <p class="ff-prose" dir="auto">
            {goal.text}{' '}
            {goal.dueOn && <bdi class="ff-sub">· {text.until(formats.value.day(goal.dueOn, today.value))}</bdi>}{' '}
            <RecordMarks record={record} drafted={desk.drafts.all.value.has(draftIdOf(record))} />
          </p>
          {plan.mayWrite && (
            <button
              class="ds-button"
              data-variant="tertiary"
              data-icon
              type="button"
              ref={opener}
              aria-label={`${text.change}: ${goal.text}`}
              onClick={() => {
                editing.value = record.id;
              }}
            >
              <PencilIcon />
            </button>
          )}
        </div>
      )}
      <MeasureList
        desk={desk}
        person={person}
        measures={goal.measures}
        begun={[]}
        mayWrite={plan.mayWrite}
        open={open}
      />
    </div>
  );
}
