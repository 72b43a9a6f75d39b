import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { Entry } from '../../state/log.ts';
import { nameOfStaff } from '../../state/staff.ts';

/** What every entry says, whether it stands or has been corrected. */
export function EntryText({ desk: { model }, entry }: { desk: Desk; entry: Entry }) {
  const text = messages.value;
  const today = model.today.value;
  const isToday = entry.happenedOn === today;
  return (
    <>
      <div class="ff-entry__head">
        <b>{text.codes.entryKind[entry.kind]}</b>
        <span class="ff-sub">
          {[nameOfStaff(model, entry.by), entry.area && text.log.about(text.codes.area[entry.area])]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <time class="ff-sub ff-num" dateTime={entry.happenedOn}>
          {isToday ? formats.value.moment(entry.at, today) : formats.value.day(entry.happenedOn, today)}
        </time>
      </div>
      <p class="ff-prose" dir="auto">
        {entry.text}
      </p>
    </>
  );
}
