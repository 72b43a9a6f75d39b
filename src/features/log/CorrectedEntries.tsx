import { messages } from '../../i18n/messages.ts';
import type { Corrected } from '../../state/corrections.ts';
import type { Desk } from '../../state/desk.ts';
import { Chip } from '../../ui/Chip.tsx';
import { PencilIcon } from '../../ui/icons.tsx';
import { EntryText } from './EntryText.tsx';
import { goToEntry } from './entry-element.ts';

/** What stood before, folded beneath its correction. Nothing that was written goes away. */
export function CorrectedEntries({ desk, entries }: { desk: Desk; entries: Corrected[] }) {
  const text = messages.value.log;
  return (
    <details class="ff-before">
      <summary>{text.before}</summary>
      {entries.map((entry) => (
        <article key={entry.record.id} class="ff-before__one">
          <EntryText desk={desk} entry={entry} />
          <div class="ff-entry__marks">
            <Chip icon={PencilIcon} tone="neutral">
              {text.corrected}
            </Chip>
            {entry.correctedBy.map((id) => (
              <button key={id} class="ds-link" data-color="neutral" type="button" onClick={() => goToEntry(id)}>
                {text.toCorrection}
              </button>
            ))}
          </div>
        </article>
      ))}
    </details>
  );
}
