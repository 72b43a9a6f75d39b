import { useSignal } from '@preact/signals';
import type { Id } from '../../domain/record.ts';
import { planIdOf } from '../../domain/records/plan.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import { draftIdOf } from '../../state/form.ts';
import type { Plan } from '../../state/person-plan.ts';
import { longTermGoalForm, offerLongTermBack } from '../../state/plan-actions.ts';
import { useFocusBack } from '../../ui/focus-back.ts';
import { GoalIcon } from '../../ui/icons.tsx';
import { SavingWord } from '../../ui/SavingWord.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { FormInput } from './FormInput.tsx';
import { FormNotices } from './FormNotices.tsx';
import { RecordMarks } from './RecordMarks.tsx';
import { TwoCards } from './TwoCards.tsx';
import { useForm } from './use-form.ts';

/** Where the person wants to get, above everything else. */
export function LongTermGoal({ desk, file, plan }: { desk: Desk; file: Id; plan: Plan }) {
  const text = messages.value.plan;
  const record = plan.longTermGoal?.record;
  const id = record?.id ?? planIdOf(file);
  const isOpen = useSignal(desk.drafts.all.peek().has(draftIdOf({ type: 'plan', id })));
  const opener = useFocusBack<HTMLButtonElement>(isOpen.value);
  const goal = plan.longTermGoal?.text ?? '';
  return (
    <section class="ff-stack" data-gap="s" aria-label={text.longTerm}>
      {record && <TwoCards desk={desk} record={record} />}
      {isOpen.value ? (
        <LongTermForm
          desk={desk}
          file={file}
          id={id}
          before={plan.longTermGoal}
          onDone={() => {
            isOpen.value = false;
          }}
        />
      ) : (
        <div class="ff-longterm">
          <Tile icon={GoalIcon} tone="accent" />
          <div>
            <h2 class="ff-sub">{text.longTerm}</h2>
            <p class={goal ? 'ff-longterm__text' : 'ff-sub'}>{goal || text.noLongTerm}</p>
            {record && <RecordMarks record={record} />}
          </div>
          {plan.mayWritePlan && (
            <button
              class="ds-button"
              data-variant="tertiary"
              type="button"
              ref={opener}
              aria-label={`${goal ? text.change : text.writeLongTerm}: ${text.longTerm}`}
              onClick={() => {
                isOpen.value = true;
              }}
            >
              {goal ? text.change : text.writeLongTerm}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

interface FormProps {
  desk: Desk;
  file: Id;
  id: Id;
  before: Plan['longTermGoal'];
  onDone: () => void;
}

function LongTermForm({ desk, file, id, before, onDone }: FormProps) {
  const text = messages.value.plan;
  const form = useForm(desk, longTermGoalForm(file, id));
  const finish = async () => {
    if (!(await form.commit())) return;
    offerLongTermBack(desk.toasts, before, form.text('text'));
    onDone();
  };
  return (
    <div class="ff-inline">
      <FormNotices form={form} today={desk.model.today.value} />
      <FormInput form={form} name="text" kind="prose" label={text.longTerm} focused onFinish={() => void finish()} />
      <div class="ff-line">
        <SavingWord state={form.saving.value} />
        <button class="ds-button ff-push" type="button" onClick={() => void finish()}>
          {text.done}
        </button>
      </div>
    </div>
  );
}
