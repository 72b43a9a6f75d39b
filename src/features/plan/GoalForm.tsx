import type { Area } from '../../domain/areas.ts';
import type { Id } from '../../domain/record.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { Goal } from '../../state/person-plan.ts';
import { goalForm, remove } from '../../state/plan-actions.ts';
import { TrashIcon } from '../../ui/icons.tsx';
import { SavingWord } from '../../ui/SavingWord.tsx';
import { DayInput } from './DayInput.tsx';
import { FormInput } from './FormInput.tsx';
import { FormNotices } from './FormNotices.tsx';
import { useForm } from './use-form.ts';

interface Props {
  desk: Desk;
  file: Id;
  id: Id;
  area: Area;
  /** The goal that is changed; null for a new one. */
  goal: Goal | null;
  /** The goal a new one comes after. */
  after: Goal | null;
  onClose: () => void;
}

/** Writes a goal where it stands. A new one is made by Ferdig alone. Escape leaves it: what is typed stays as a draft. */
export function GoalForm({ desk, file, id, area, goal, after, onClose }: Props) {
  const text = messages.value;
  const form = useForm(desk, goalForm(file, id, area, after));
  const finish = async () => {
    if (await form.commit()) onClose();
  };
  const cancel = () => {
    form.discard();
    onClose();
  };
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    form.close();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape reaches here from whatever inside has the focus
    <div class="ff-inline" onKeyDown={leaveOnEscape}>
      <FormNotices form={form} today={desk.model.today.value} />
      <FormInput
        form={form}
        name="text"
        kind="prose"
        label={goal ? text.plan.goal : text.plan.newGoalIn(text.codes.area[area])}
        wrong={text.plan.goalWrong}
        focused
        onFinish={() => void finish()}
      />
      <DayInput form={form} name="dueOn" label={text.plan.dueOn} note={text.plan.optional} />
      <div class="ff-line" data-wrap>
        <SavingWord state={form.saving.value} />
        <span class="ff-push" />
        {goal ? (
          <button
            class="ds-button"
            data-variant="tertiary"
            type="button"
            onClick={() => {
              onClose();
              void remove(desk.toasts, 'goalDeleted', goal.record);
            }}
          >
            <TrashIcon />
            {text.plan.removeGoal}
          </button>
        ) : (
          <button class="ds-button" data-variant="tertiary" type="button" onClick={cancel}>
            {text.two.cancel}
          </button>
        )}
        <button class="ds-button" type="button" onClick={() => void finish()}>
          {text.plan.done}
        </button>
      </div>
    </div>
  );
}
