import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Area, areas, compartmentOfArea } from '../domain/areas.ts';
import type { Id } from '../domain/record.ts';
import { type EntryKind, entryKinds } from '../domain/records/entry.ts';
import type { Drafts } from './drafts.ts';
import type { EditFailure, Model } from './model.ts';

interface Writing {
  text: string;
  kind: EntryKind;
  area: Area | null;
}

/** The box at the foot of the log. What is written there is a draft until its author says *Ferdig*. */
export interface EntryWriter {
  writing: ReadonlySignal<Writing>;
  failure: ReadonlySignal<EditFailure | null>;
  /** True from when an entry was stored on the device until the next is begun. */
  stored: ReadonlySignal<boolean>;
  hasText: ReadonlySignal<boolean>;
  /** When the text found from an earlier session was typed; null where there was none. */
  foundFrom: number | null;
  write(part: Partial<Writing>): void;
  finish(): Promise<boolean>;
  discard(): void;
}

/** `writable` are the areas this role may write in, the first of them chosen to begin with. */
export function createEntryWriter(model: Model, drafts: Drafts, file: Id, writable: (Area | null)[]): EntryWriter {
  const draftId = `entry:${file}`;
  const found = drafts.all.peek().get(draftId);
  const blank: Writing = { text: '', kind: 'note', area: writable[0] ?? null };
  const writing = signal<Writing>(found ? resumed(found.text, blank) : blank);
  const failure = signal<EditFailure | null>(null);
  const stored = signal(false);
  let id = typeof found?.text.id === 'string' ? found.text.id : model.newId();
  let finishing = false;

  const clear = () => {
    writing.value = { ...blank, kind: writing.value.kind, area: writing.value.area };
    id = model.newId();
  };
  const finish = async (): Promise<boolean> => {
    const { text, kind, area } = writing.value;
    if (text.trim() === '' || finishing) return false;
    finishing = true;
    drafts.flush();
    await drafts.settled();
    const fields = { kind, area, text: text.trim(), happenedOn: model.today.value, corrects: null };
    const record = { id, file, compartment: compartmentOfArea(area), type: 'entry' };
    const result = await model.edit([{ record, creates: true, fields }], [draftId]);
    finishing = false;
    failure.value = result.saved ? null : result.failure;
    if (!result.saved) return false;
    drafts.forget(draftId);
    stored.value = true;
    clear();
    return true;
  };

  return {
    writing,
    failure,
    stored,
    hasText: computed(() => writing.value.text.trim() !== ''),
    foundFrom: found?.savedAt ?? null,
    finish,
    write(part) {
      stored.value = false;
      writing.value = { ...writing.value, ...part };
      if (writing.value.text === '') drafts.drop(draftId);
      else drafts.keep({ id: draftId, file, text: { id, ...writing.value } });
    },
    discard() {
      failure.value = null;
      drafts.drop(draftId);
      clear();
    },
  };
}

function resumed(text: Record<string, unknown>, blank: Writing): Writing {
  return {
    text: typeof text.text === 'string' ? text.text : '',
    kind: entryKinds.find((kind) => kind === text.kind) ?? blank.kind,
    area: text.area === null ? null : (areas.find((area) => area === text.area) ?? blank.area),
  };
}
