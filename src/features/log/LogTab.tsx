import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Id } from '../../domain/record.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import { begunCorrections } from '../../state/entry-writer.ts';
import { createLog, type Log } from '../../state/log.ts';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { useKeptScroll } from '../../ui/kept-scroll.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { EntryItem } from './EntryItem.tsx';
import { goToEntry } from './entry-element.ts';
import { WriteBox } from './WriteBox.tsx';

/** Everything written about the person, newest first, and the box to write the next. */
export function LogTab({ desk, file }: { desk: Desk; file: Id }) {
  const text = messages.value;
  const pane = useRef<HTMLDivElement>(null);
  usePageTitle(text.log.title);
  useKeptScroll(pane, desk.scrolled, `log ${file}`);
  const log = useMemo(() => createLog(desk.model, file), [desk, file]);
  const months = log.months.value;
  const correcting = useSignal<Id | null>(begunCorrections(desk.drafts, file).find(log.find) ?? null);
  useFocusAfterCorrection(log, correcting);
  const corrected = correcting.value === null ? null : log.find(correcting.value);
  return (
    <>
      <div class="ff-pane__body ff-stack" ref={pane}>
        {log.kinds.value.length > 1 && (
          <FilterChips
            label={text.log.filter}
            choices={[
              { key: null, label: text.log.all },
              ...log.kinds.value.map((kind) => ({ key: kind, label: text.codes.entryKind[kind] })),
            ]}
            chosen={log.filter.value}
            onChoose={(kind) => {
              log.filter.value = kind;
            }}
          />
        )}
        {months.length === 0 && <p class="ff-sub">{log.isEmpty.value ? text.log.first : text.log.noneOfKind}</p>}
        {months.map(({ month, entries }) => (
          <section key={month}>
            <h2 class="ff-month">{formats.value.month(month)}</h2>
            <ol class="ff-log">
              {entries.map((entry) => (
                <EntryItem
                  key={entry.record.id}
                  desk={desk}
                  entry={entry}
                  open={entry.record.id === correcting.value}
                  onCorrect={() => {
                    correcting.value = entry.record.id;
                  }}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {log.writable.length > 0 || corrected?.mayCorrect ? (
        <WriteBox
          key={corrected?.record.id}
          desk={desk}
          file={file}
          writable={log.writable}
          corrects={corrected}
          onClose={() => {
            correcting.value = null;
          }}
        />
      ) : (
        <p class="ff-pane__foot ff-sub">{text.log.readOnly}</p>
      )}
    </>
  );
}

/** When the box is done with a correction, the entry, as it now stands, is where one goes on. */
function useFocusAfterCorrection(log: Log, correcting: Signal<Id | null>): void {
  const last = useRef(correcting.value);
  useEffect(() => {
    const done = last.current;
    last.current = correcting.value;
    if (done === null || correcting.value !== null) return;
    const entries = log.months.peek().flatMap((month) => month.entries);
    const stands = entries.find((entry) => [entry, ...entry.before].some(({ record }) => record.id === done));
    if (stands) goToEntry(stands.record.id);
  }, [correcting.value]);
}
