import { type Signal, useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import type { Id } from '../../domain/record.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { Person } from '../../state/person.ts';
import type { AreaPlan } from '../../state/person-plan.ts';
import { unmadeIn } from '../../state/unmade.ts';
import { useFocusBack } from '../../ui/focus-back.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { pathTo } from '../app/route.ts';
import { DraftedGoal } from './DraftedGoal.tsx';
import { GoalForm } from './GoalForm.tsx';
import { GoalItem } from './GoalItem.tsx';
import { areaIcons } from './looks.ts';
import { MeasureList } from './MeasureList.tsx';

interface Props {
  desk: Desk;
  person: Person;
  plan: AreaPlan;
  /** The measure in the pane beside. */
  open: Id | null;
  /** The goal that is being changed. */
  editing: Signal<Id | null>;
}

/** One area: its goals, each with its measures beneath, and what has no goal. */
export function AreaSection({ desk, person, plan, open, editing }: Props) {
  const text = messages.value;
  const { route: go } = useLocation();
  const { area, goals, measures, mayWrite } = plan;
  const word = text.codes.area[area];
  const begun = unmadeIn(desk.model, desk.drafts, person.id).filter((unmade) => unmade.area === area);
  const begunGoals = begun.filter(({ type }) => type === 'goal');
  // A form stays where it was begun until it is closed, also once its goal has been made.
  const forms = useSignal<Id[]>(begunGoals.map(({ id }) => id));
  const laidAside = begunGoals.filter(({ id }) => !forms.value.includes(id));
  const adder = useFocusBack<HTMLButtonElement>(forms.value.length > 0);
  const listed = goals.filter(({ record }) => !forms.value.includes(record.id));
  const openForm = (goal: Id) => {
    forms.value = [...forms.value, goal];
  };
  const close = (closed: Id) => {
    forms.value = forms.value.filter((id) => id !== closed);
  };
  const addMeasure = () => go(pathTo.newMeasure(person.id, desk.model.newId(), area, goals.at(-1)?.record.id ?? null));
  return (
    <section class="ff-area" aria-labelledby={`area-${area}`}>
      <header>
        <Tile icon={areaIcons[area]} />
        <h2 class="ds-heading" data-size="xs" id={`area-${area}`}>
          {word}
        </h2>
        {mayWrite && (
          <div class="ff-line">
            <button
              class="ds-button"
              data-variant="tertiary"
              type="button"
              ref={adder}
              aria-label={text.plan.newGoalIn(word)}
              onClick={() => openForm(desk.model.newId())}
            >
              <PlusIcon />
              {text.plan.newGoal}
            </button>
            <button
              class="ds-button"
              data-variant="tertiary"
              type="button"
              aria-label={text.plan.newMeasureIn(word)}
              onClick={addMeasure}
            >
              <PlusIcon />
              {text.plan.newMeasure}
            </button>
          </div>
        )}
      </header>
      {goals.length + measures.length + forms.value.length + laidAside.length === 0 && (
        <p class="ff-sub">{text.plan.emptyArea}</p>
      )}
      {listed.map((goal) => (
        <GoalItem
          key={goal.record.id}
          desk={desk}
          person={person}
          goal={goal}
          plan={plan}
          open={open}
          editing={editing}
        />
      ))}
      {laidAside.map(({ id, text: typed }) => (
        <DraftedGoal key={id} typed={typed} onOpen={() => openForm(id)} />
      ))}
      {forms.value.map((id) => (
        <GoalForm
          key={id}
          desk={desk}
          file={person.id}
          id={id}
          area={area}
          goal={null}
          after={listed.at(-1) ?? null}
          onClose={() => close(id)}
        />
      ))}
      <MeasureList
        desk={desk}
        person={person}
        measures={measures}
        begun={begun.filter(({ type }) => type === 'measure')}
        mayWrite={mayWrite}
        open={open}
      />
    </section>
  );
}
