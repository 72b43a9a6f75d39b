import type { EntryKind } from '../../domain/records/entry.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { LogEntry } from '../../state/corrections.ts';
import type { Desk } from '../../state/desk.ts';
import { correctionDraftId } from '../../state/entry-writer.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { IconComponent } from '../../ui/Icon.tsx';
import {
  CalendarIcon,
  CloudSlashIcon,
  HomeIcon,
  NoteIcon,
  PencilIcon,
  PlanIcon,
  SchoolIcon,
  ShieldIcon,
  TalkIcon,
} from '../../ui/icons.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { CorrectedEntries } from './CorrectedEntries.tsx';
import { EntryText } from './EntryText.tsx';
import { entryElementId } from './entry-element.ts';

const kindIcons: Record<EntryKind, IconComponent> = {
  note: NoteIcon,
  conversation: TalkIcon,
  visit: HomeIcon,
  attendance: CalendarIcon,
  language: SchoolIcon,
  plan: PlanIcon,
};

interface Props {
  desk: Desk;
  entry: LogEntry;
  /** It is being corrected in the box. */
  open: boolean;
  onCorrect: () => void;
}

/** One entry: what kind, about what, by whom, when, and the text. It is never edited: a new one corrects it. */
export function EntryItem({ desk, entry, open, onCorrect }: Props) {
  const text = messages.value;
  const today = desk.model.today.value;
  const { online } = desk.model.sync.value;
  const isDrafted = !open && desk.drafts.all.value.has(correctionDraftId(entry.record.id));
  return (
    <li class="ff-entry" id={entryElementId(entry.record.id)} tabIndex={-1}>
      <Tile icon={kindIcons[entry.kind]} tone={entry.unsent ? 'info' : 'neutral'} />
      <div>
        <EntryText desk={desk} entry={entry} />
        <div class="ff-entry__marks">
          {entry.before.length > 0 && (
            <span class="ff-sub">{text.log.correctedAt(formats.value.moment(entry.at, today))}</span>
          )}
          {entry.restricted && (
            <Chip icon={ShieldIcon} tone="neutral">
              {text.log.restricted}
            </Chip>
          )}
          {isDrafted && (
            <Chip icon={PencilIcon} tone="neutral">
              {text.saving.draft}
            </Chip>
          )}
          {entry.unsent && (
            <Chip icon={CloudSlashIcon} tone="info">
              {online ? text.log.unsentOnline : text.log.unsent}
            </Chip>
          )}
        </div>
        {entry.before.length > 0 && <CorrectedEntries desk={desk} entries={entry.before} />}
      </div>
      {entry.mayCorrect && (
        <button
          class="ds-button"
          data-variant="tertiary"
          data-icon
          type="button"
          aria-pressed={open}
          aria-label={`${text.log.correct}: ${text.codes.entryKind[entry.kind]}, ${formats.value.day(entry.happenedOn, today)}`}
          onClick={onCorrect}
        >
          <PencilIcon />
        </button>
      )}
    </li>
  );
}
