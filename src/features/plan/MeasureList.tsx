import type { Id } from '../../domain/record.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { Person } from '../../state/person.ts';
import type { Measure } from '../../state/person-plan.ts';
import type { Unmade } from '../../state/unmade.ts';
import { Chip } from '../../ui/Chip.tsx';
import { PencilIcon } from '../../ui/icons.tsx';
import { pathTo } from '../app/route.ts';
import { MeasureRow } from './MeasureRow.tsx';

interface Props {
  desk: Desk;
  person: Person;
  measures: Measure[];
  /** New ones that are only drafts so far. */
  begun: Unmade[];
  mayWrite: boolean;
  open: Id | null;
}

/** Measures as rows; each opens beside, or in place of the plan where the screen is narrow. */
export function MeasureList({ desk, person, measures, begun, mayWrite, open }: Props) {
  const text = messages.value.plan;
  if (measures.length + begun.length === 0) return null;
  return (
    <ul class="ff-list">
      {measures.map((measure) => (
        <li key={measure.record.id}>
          <MeasureRow
            desk={desk}
            measure={measure}
            href={mayWrite ? pathTo.measure(person.id, measure.record.id) : null}
            isOpen={open === measure.record.id}
          />
        </li>
      ))}
      {begun.map(({ id, area, goal }) => (
        <li key={id}>
          <a class="ff-row" href={pathTo.newMeasure(person.id, id, area, goal)}>
            <span class="ff-row__main">
              <span>{text.newMeasure}</span>
            </span>
            <Chip icon={PencilIcon} tone="neutral">
              {text.draft}
            </Chip>
          </a>
        </li>
      ))}
    </ul>
  );
}
