import { formats, messages } from '../../i18n/messages.ts';
import { latestEdits } from '../../state/case-records.ts';
import type { Desk } from '../../state/desk.ts';
import type { ViewRecord } from '../../state/model.ts';
import { firstNameOfStaff } from '../../state/staff.ts';

/** Who last wrote what in the record. */
export function LatestChanges({ desk, record }: { desk: Desk; record: ViewRecord }) {
  const text = messages.value;
  const { model } = desk;
  return (
    <section class="ff-stack" data-gap="s">
      <h3 class="ds-heading" data-size="2xs">
        {text.plan.changes}
      </h3>
      <ul class="ff-changes">
        {latestEdits(record).map(({ by, at, fields, unsent }) => (
          <li key={`${by} ${at}`}>
            <b class="ff-strong">{by === model.me.id ? text.two.you : firstNameOfStaff(model, by)}</b>{' '}
            {isMaking(fields)
              ? text.plan.made
              : text.plan.changed(fields.map((field) => text.codes.fieldInSentence(field)).join(', '))}{' '}
            <span class="ff-sub">
              · {formats.value.moment(at, model.today.value)}
              {unsent && `, ${text.saving.onDevice.toLowerCase()}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a record is made with includes its area, which is never changed afterwards. */
function isMaking(fields: string[]): boolean {
  return fields.includes('area');
}
