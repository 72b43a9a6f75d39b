import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { Person } from '../../state/person.ts';
import { createPersonPlan, measuresOf } from '../../state/person-plan.ts';
import { BackIcon, CloseIcon } from '../../ui/icons.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { type OpenMeasure, pathTo } from '../app/route.ts';
import { MeasureForm } from './MeasureForm.tsx';
import { measureName } from './measure-words.ts';

/** One measure in a pane of its own, new or not. */
export function MeasurePane({ desk, person, measure }: { desk: Desk; person: Person; measure: OpenMeasure }) {
  const text = messages.value;
  const { route: go } = useLocation();
  usePageTitle(text.plan.newMeasure);
  const planned = useMemo(() => createPersonPlan(desk.model, person.id), [desk, person.id]);
  const plan = planned.value;
  const found = plan && measuresOf(plan).find(({ record }) => record.id === measure.id);
  const area = plan?.areas.find((each) => each.area === (found?.area ?? measure.newIn?.area));
  const close = () => go(pathTo.plan(person.id));
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <section class="ff-pane" data-card aria-labelledby="measure-name" onKeyDown={leaveOnEscape}>
      <div class="ff-pane__top ff-line" data-top data-end>
        <button
          class="ds-button ff-back"
          data-variant="tertiary"
          data-icon
          type="button"
          aria-label={text.app.back}
          onClick={close}
        >
          <BackIcon />
        </button>
        <div class="ff-grow">
          {area && <p class="ff-sub">{text.plan.measureUnder(text.codes.area[area.area])}</p>}
          <h2 class="ds-heading" data-size="sm" id="measure-name" dir="auto">
            {found ? measureName(found) : area ? text.plan.newMeasure : text.plan.goneMeasure}
          </h2>
        </div>
        <button
          class="ds-button"
          data-variant="tertiary"
          data-icon
          data-only="landscape"
          type="button"
          aria-label={text.plan.closeMeasure}
          onClick={close}
        >
          <CloseIcon />
        </button>
      </div>
      {area?.mayWrite && (
        <MeasureForm
          desk={desk}
          person={person}
          id={measure.id}
          measure={found ?? null}
          goal={measure.newIn?.goal ?? null}
          plan={area}
          onClose={close}
        />
      )}
    </section>
  );
}
