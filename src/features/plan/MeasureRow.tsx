import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import { draftIdOf } from '../../state/form.ts';
import type { Measure } from '../../state/person-plan.ts';
import { twosIn } from '../../state/two.ts';
import { Chip } from '../../ui/Chip.tsx';
import { TwoIcon } from '../../ui/icons.tsx';
import { statusLooks } from './looks.ts';
import { measureFacts, measureName } from './measure-words.ts';
import { RecordMarks } from './RecordMarks.tsx';

interface Props {
  desk: Desk;
  measure: Measure;
  /** Null where this role may only read it. */
  href: string | null;
  isOpen: boolean;
}

/** What is done, with whom, how much and until when, and how far it has come. */
export function MeasureRow({ desk, measure, href, isOpen }: Props) {
  const text = messages.value;
  const { icon, tone } = statusLooks[measure.status];
  const two = twosIn(measure.record)[0];
  const facts = measureFacts(measure, desk.model.today.value);
  const inside = (
    <>
      <span class="ff-row__main">
        <span dir="auto">{measureName(measure)}</span>
        {facts && (
          <span class="ff-sub" dir="auto">
            {facts}
          </span>
        )}
        {two && (
          <span>
            <Chip icon={TwoIcon} tone="warning">
              {text.two.title(text.codes.field[two.field] ?? '')}
            </Chip>
          </span>
        )}
      </span>
      <RecordMarks record={measure.record} drafted={desk.drafts.all.value.has(draftIdOf(measure.record))} />
      <Chip icon={icon} tone={tone}>
        {text.codes.status[measure.status]}
      </Chip>
    </>
  );
  if (!href) return <div class="ff-row">{inside}</div>;
  return (
    <a class="ff-row" href={href} aria-current={isOpen ? 'true' : undefined}>
      {inside}
    </a>
  );
}
