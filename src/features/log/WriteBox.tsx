import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Area } from '../../domain/areas.ts';
import { areaSchema } from '../../domain/areas.ts';
import type { Id } from '../../domain/record.ts';
import { type EntryKind, entryKinds } from '../../domain/records/entry.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import { createCorrectionWriter, createEntryWriter } from '../../state/entry-writer.ts';
import type { Entry } from '../../state/log.ts';
import { Alert } from '../../ui/Alert.tsx';
import { InfoIcon, PencilIcon, ShieldIcon, TrashIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';
import { SavingWord } from '../../ui/SavingWord.tsx';

interface Props {
  desk: Desk;
  file: Id;
  /** Areas this role may write in; null is the plan as a whole. */
  writable: (Area | null)[];
  /** The entry that what is written will correct; null for something new. */
  corrects: Entry | null;
  /** The correction is stored, or given up. */
  onClose: () => void;
}

/** A box that grows with what is written. The area decides who may read it; nothing is an entry before *Ferdig*. */
export function WriteBox({ desk, file, writable, corrects, onClose }: Props) {
  const text = messages.value;
  const id = useId();
  const writer = useMemo(
    () =>
      corrects
        ? createCorrectionWriter(desk.model, desk.drafts, corrects)
        : createEntryWriter(desk.model, desk.drafts, file, writable),
    [desk, file],
  );
  const { text: written, kind, area } = writer.writing.value;
  const hasText = writer.hasText.value;
  const failure = writer.failure.value;
  const isAskedForText = useSignal(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const finish = async () => {
    const isUnchanged = corrects !== null && written.trim() === corrects.text.trim();
    if (isUnchanged) writer.discard();
    else if (!hasText) {
      isAskedForText.value = true;
      box.current?.focus();
      return;
    }
    if (isUnchanged || ((await writer.finish()) && corrects)) onClose();
  };
  const discard = () => {
    writer.discard();
    if (corrects) onClose();
    else box.current?.focus();
  };
  useLayoutEffect(() => {
    // Text an earlier session left is shown, and does not take the caret.
    if (corrects && writer.foundFrom === null) box.current?.focus();
  }, [writer]);
  return (
    <div class="ff-writer">
      {writer.foundFrom !== null && hasText && (
        <Note icon={InfoIcon} tone="info" live>
          {text.saving.found(formats.value.moment(writer.foundFrom, desk.model.today.value))}
        </Note>
      )}
      {failure && <Alert>{text.failure[failure]}</Alert>}
      {corrects && (
        <div class="ff-line">
          <span class="ff-mark">
            <PencilIcon />
            {text.log.correcting(
              text.codes.entryKind[corrects.kind],
              formats.value.day(corrects.happenedOn, desk.model.today.value),
            )}
          </span>
          <button class="ds-button ff-push" data-variant="tertiary" type="button" onClick={discard}>
            {text.log.keepAsIs}
          </button>
        </div>
      )}
      {hasText && !corrects && (
        <div class="ff-writer__choices">
          <label>
            <span>{text.log.kind}</span>
            <select
              class="ds-input"
              value={kind}
              onChange={(event) => writer.write({ kind: event.currentTarget.value as EntryKind })}
            >
              {entryKinds.map((each) => (
                <option key={each} value={each}>
                  {text.codes.entryKind[each]}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{text.log.area}</span>
            <select
              class="ds-input"
              value={area ?? ''}
              onChange={(event) => writer.write({ area: areaSchema.safeParse(event.currentTarget.value).data ?? null })}
            >
              {writable.map((each) => (
                <option key={each ?? ''} value={each ?? ''}>
                  {each ? text.codes.area[each] : text.log.wholePlan}
                </option>
              ))}
            </select>
          </label>
          <button
            class="ds-button ff-push"
            data-variant="tertiary"
            type="button"
            aria-label={text.log.discard}
            onClick={discard}
          >
            <TrashIcon />
            <span data-only="tablet">{text.log.discard}</span>
          </button>
        </div>
      )}
      <div class="ff-writer__box">
        <textarea
          class="ff-write"
          ref={box}
          id={id}
          rows={1}
          dir="auto"
          aria-label={corrects ? text.log.writeInstead : text.log.write}
          aria-describedby={`${id}-hint`}
          placeholder={corrects ? text.log.writeInstead : text.log.write}
          value={written}
          onInput={(event) => {
            isAskedForText.value = false;
            writer.write({ text: event.currentTarget.value });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void finish();
          }}
        />
        <button class="ds-button" data-main type="button" onClick={() => void finish()}>
          {text.log.done}
        </button>
      </div>
      <div class="ff-line" data-wrap>
        <span class="ff-sub ff-mark" id={`${id}-hint`}>
          <ShieldIcon />
          {area === 'health' ? text.log.health : text.log.noHealth}
        </span>
        <span class="ff-push" />
        <span role="status">{isAskedForText.value && !hasText && text.log.writeFirst}</span>
        <SavingWord state={stateOf(failure !== null, hasText, writer.stored.value)} />
      </div>
    </div>
  );
}

function stateOf(failed: boolean, hasText: boolean, stored: boolean): 'failed' | 'draft' | 'onDevice' | 'untouched' {
  if (failed) return 'failed';
  if (hasText) return 'draft';
  return stored ? 'onDevice' : 'untouched';
}
