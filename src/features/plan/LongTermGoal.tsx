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
  const draftId = draftIdOf({ type: 'plan', id });
  const isOpen = useSignal(desk.drafts.all.peek().has(draftId));
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
            <p class={goal ? 'ff-longterm__text' : 'ff-sub'} dir="auto">
              {goal || text.noLongTerm}
            </p>
            <RecordMarks record={record} drafted={desk.drafts.all.value.has(draftId)} />
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

/** Nothing of it is saved before Ferdig, so that Avbryt leaves what stood. Escape lays it aside as a draft. */
function LongTermForm({ desk, file, id, before, onDone }: FormProps) {
  const text = messages.value.plan;
  const form = useForm(desk, longTermGoalForm(file, id));
  const finish = async () => {
    if (!(await form.commit())) return;
    offerLongTermBack(desk.toasts, before, form.text('text'));
    onDone();
  };
  const cancel = () => {
    form.discard();
    onDone();
  };
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    form.close();
    onDone();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape reaches here from whatever inside has the focus
    <div class="ff-inline" onKeyDown={leaveOnEscape}>
      <FormNotices form={form} today={desk.model.today.value} />
      <FormInput form={form} name="text" kind="prose" label={text.longTerm} focused onFinish={() => void finish()} />
      <div class="ff-line" data-wrap>
        <SavingWord state={form.saving.value} />
        <span class="ff-push" />
        <button class="ds-button" data-variant="tertiary" type="button" onClick={cancel}>
          {messages.value.two.cancel}
        </button>
        <button class="ds-button" type="button" onClick={() => void finish()}>
          {text.done}
        </button>
      </div>
    </div>
  );
}
