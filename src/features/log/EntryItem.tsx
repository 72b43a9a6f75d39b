import type { EntryKind } from '../../domain/records/entry.ts';
import { isDeleted } from '../../domain/records/record-type.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { Entry } from '../../state/log.ts';
import { nameOfStaff } from '../../state/staff.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { IconComponent } from '../../ui/Icon.tsx';
import {
  CalendarIcon,
  CloudSlashIcon,
  HomeIcon,
  NoteIcon,
  PlanIcon,
  SchoolIcon,
  ShieldIcon,
  TalkIcon,
} from '../../ui/icons.tsx';
import { Tile } from '../../ui/Tile.tsx';

const kindIcons: Record<EntryKind, IconComponent> = {
  note: NoteIcon,
  conversation: TalkIcon,
  visit: HomeIcon,
  attendance: CalendarIcon,
  language: SchoolIcon,
  plan: PlanIcon,
};

/** One entry: what kind, about what, by whom, when, and the text. It is never edited. */
export function EntryItem({ desk, entry }: { desk: Desk; entry: Entry }) {
  const text = messages.value;
  const { model } = desk;
  const today = model.today.value;
  const { online } = model.sync.value;
  const corrected = entry.corrects === null ? undefined : correctedDay(desk, entry.record.file, entry.corrects);
  const isToday = entry.happenedOn === today;
  return (
    <li class="ff-entry">
      <Tile icon={kindIcons[entry.kind]} tone={entry.unsent ? 'info' : 'neutral'} />
      <div>
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
        <div class="ff-entry__marks">
          {corrected && <span class="ff-sub">{text.log.corrects(formats.value.day(corrected, today))}</span>}
          {entry.restricted && (
            <Chip icon={ShieldIcon} tone="neutral">
              {text.log.restricted}
            </Chip>
          )}
          {entry.unsent && (
            <Chip icon={CloudSlashIcon} tone="info">
              {online ? text.log.unsentOnline : text.log.unsent}
            </Chip>
          )}
        </div>
      </div>
    </li>
  );
}

function correctedDay(desk: Desk, file: string, id: string): string | undefined {
  const record = desk.model.files.value.get(file)?.records.get(id);
  const day = record && !isDeleted(record) ? record.fields.happenedOn?.value : undefined;
  return typeof day === 'string' ? day : undefined;
}
