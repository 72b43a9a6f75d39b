import { useSignal } from '@preact/signals';
import { isWorkOriented, type MeasureKind, measureKinds } from '../../domain/codes/measure-kinds.ts';
import type { Id } from '../../domain/record.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { Person } from '../../state/person.ts';
import type { AreaPlan, Measure } from '../../state/person-plan.ts';
import { measureForm, remove, setStatus } from '../../state/plan-actions.ts';
import { Choices } from '../../ui/Choices.tsx';
import { CheckIcon, InfoIcon, TrashIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';
import { SavingWord } from '../../ui/SavingWord.tsx';
import { Select } from '../../ui/Select.tsx';
import { DayInput, isDay } from './DayInput.tsx';
import { FormInput } from './FormInput.tsx';
import { FormNotices } from './FormNotices.tsx';
import { LatestChanges } from './LatestChanges.tsx';
import { LocationFields } from './LocationFields.tsx';
import { statusesInOrder, statusLooks } from './looks.ts';
import { TwoCards } from './TwoCards.tsx';
import { useForm } from './use-form.ts';

interface Props {
  desk: Desk;
  person: Person;
  id: Id;
  /** Null until it is made. */
  measure: Measure | null;
  goal: Id | null;
  plan: AreaPlan;
  onClose: () => void;
}

/** All of a measure. Choices are changes at once, texts when the field is left. */
export function MeasureForm({ desk, person, id, measure, goal, plan, onClose }: Props) {
  const text = messages.value;
  const last =
    measure ?? plan.goals.find(({ record }) => record.id === goal)?.measures.at(-1) ?? plan.measures.at(-1) ?? null;
  const form = useForm(desk, measureForm(person.id, id, plan.area, goal, last));
  const kindAsked = useSignal(false);
  const finish = async () => {
    const isSaved = await form.commit();
    kindAsked.value = !form.exists.value;
    if (isSaved && form.exists.value) onClose();
  };
  return (
    <>
      <div class="ff-pane__body ff-stack">
        <FormNotices form={form} today={desk.model.today.value} />
        {measure && <TwoCards desk={desk} record={measure.record} />}
        {measure && (
          <Choices
            label={text.plan.status}
            choices={statusesInOrder.map((key) => ({
              key,
              label: text.codes.status[key],
              icon: statusLooks[key].icon,
            }))}
            chosen={measure.status}
            onChoose={(status) => void setStatus(desk.toasts, measure, status)}
          />
        )}
        {measure?.status === 'ended' && (
          <FormInput form={form} name="endedBecause" kind="prose" label={text.plan.reason} />
        )}
        <Select
          label={text.plan.kind}
          value={measure?.kind ?? ''}
          prompt={measure ? undefined : text.plan.chooseKind}
          options={kindOptions(text.codes.measureKind)}
          error={kindAsked.value && !measure ? text.plan.chooseKind : null}
          onChoose={(kind) => void form.choose({ kind })}
        />
        {measure && (
          <>
            <FormInput form={form} name="title" label={text.plan.titleOfMeasure} note={text.plan.optional} />
            <LocationFields key={measure.record.id} desk={desk} person={person} measure={measure} />
            <FormInput
              form={form}
              name="hours"
              kind="number"
              label={text.plan.hoursPerWeek}
              wrong={text.plan.hoursWrong}
            />
            <div class="ff-pair">
              <DayInput form={form} name="from" label={text.plan.from} />
              <DayInput form={form} name="to" label={text.plan.to} />
            </div>
            {endsBeforeStart(form.text('from'), form.text('to')) && (
              <Note icon={InfoIcon} tone="neutral" live>
                {text.plan.endsBeforeStart}
              </Note>
            )}
            {isWorkOriented(measure.kind) && (
              <Note icon={CheckIcon} tone="accent">
                {text.plan.countsAsWork}
              </Note>
            )}
            <GoalChoice plan={plan} measure={measure} onChoose={(chosen) => void form.choose({ goal: chosen })} />
            <LatestChanges desk={desk} record={measure.record} />
            <button
              class="ds-button"
              data-variant="tertiary"
              data-color="danger"
              type="button"
              onClick={() => {
                void remove(desk.toasts, 'measureDeleted', measure.record);
                onClose();
              }}
            >
              <TrashIcon />
              {text.plan.removeMeasure}
            </button>
          </>
        )}
      </div>
      <div class="ff-pane__foot">
        <SavingWord state={form.saving.value} />
        <button class="ds-button ff-push" data-main type="button" onClick={() => void finish()}>
          {text.plan.done}
        </button>
      </div>
    </>
  );
}

/** Of two days as date inputs write them. */
function endsBeforeStart(from: string, to: string): boolean {
  return isDay(from) && isDay(to) && to < from;
}

function kindOptions(labels: Record<MeasureKind, string>): { value: MeasureKind; label: string }[] {
  return measureKinds.map((value) => ({ value, label: labels[value] }));
}

interface GoalChoiceProps {
  plan: AreaPlan;
  measure: Measure;
  onChoose: (goal: Id | null) => void;
}

/** Which of the area's goals the measure is for. */
function GoalChoice({ plan, measure, onChoose }: GoalChoiceProps) {
  const text = messages.value.plan;
  if (plan.goals.length === 0) return null;
  const options = plan.goals.map(({ record, text: label }) => ({ value: record.id, label }));
  return (
    <Select
      label={text.forGoal}
      value={measure.goal ?? ''}
      options={[{ value: '', label: text.noGoal }, ...options]}
      onChoose={(goal) => onChoose(goal || null)}
    />
  );
}
