import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Area, areas, compartmentOfArea } from '../domain/areas.ts';
import type { Id } from '../domain/record.ts';
import { type EntryKind, entryKinds } from '../domain/records/entry.ts';
import { identityOf } from './case-records.ts';
import type { Drafts } from './drafts.ts';
import type { Entry } from './log.ts';
import type { Draft, EditFailure, Model, RecordEdit } from './model.ts';

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
  /** True where there is something to make an entry of. */
  hasText: ReadonlySignal<boolean>;
  /** When the text found from an earlier session was typed; null where there was none. */
  foundFrom: number | null;
  write(part: Partial<Writing>): void;
  /** True when the entry is on the device. */
  finish(): Promise<boolean>;
  discard(): void;
}

/** What one box makes entries of. */
interface Task {
  /** What an earlier session left of this. */
  found: Draft | undefined;
  /** Each entry in the making has a draft of its own, so that two tabs never end each other's. */
  draftIdOf(entry: Id): string;
  file: Id;
  blank: Writing;
  /** The new entry, but for its id. */
  compose(writing: Writing): { record: Omit<RecordEdit['record'], 'id'>; fields: RecordEdit['fields'] };
}

/** `writable` are the areas this role may write in, the first of them chosen to begin with. */
export function createEntryWriter(model: Model, drafts: Drafts, file: Id, writable: (Area | null)[]): EntryWriter {
  return createWriter(model, drafts, {
    found: latest(drafts, file),
    draftIdOf: (entry) => `${ENTRY}${entry}`,
    file,
    blank: { text: '', kind: 'note', area: writable[0] ?? null },
    compose: ({ text, kind, area }) => ({
      record: { file, compartment: compartmentOfArea(area), type: 'entry' },
      fields: { kind, area, text, happenedOn: model.today.value, corrects: null },
    }),
  });
}

const ENTRY = 'entry:';

/** The entry begun last in this case on this device. */
function latest(drafts: Drafts, file: Id): Draft | undefined {
  return [...drafts.all.peek().values()]
    .filter((draft) => draft.file === file && draft.id.startsWith(ENTRY))
    .sort((a, b) => b.savedAt - a.savedAt)[0];
}

const CORRECTION = 'correction:';

/** The draft of a correction, found again by the entry it corrects. */
export const correctionDraftId = (entry: Id): string => `${CORRECTION}${entry}`;

/** The entries of a case that someone has begun to correct on this device, the latest typed first. */
export function begunCorrections(drafts: Drafts, file: Id): Id[] {
  return [...drafts.all.value.values()]
    .filter((draft) => draft.file === file && draft.id.startsWith(CORRECTION))
    .sort((a, b) => b.savedAt - a.savedAt)
    .map(({ id }) => id.slice(CORRECTION.length));
}

/** Begins with the old text. The new entry is about the same thing, on the same day, for the same readers. */
export function createCorrectionWriter(model: Model, drafts: Drafts, entry: Entry): EntryWriter {
  const { id, ...place } = identityOf(entry.record);
  const { kind, area, happenedOn } = entry;
  return createWriter(model, drafts, {
    found: drafts.all.peek().get(correctionDraftId(id)),
    draftIdOf: () => correctionDraftId(id),
    file: place.file,
    blank: { text: entry.text, kind, area },
    compose: ({ text }) => ({ record: place, fields: { kind, area, text, happenedOn, corrects: id } }),
  });
}

function createWriter(model: Model, drafts: Drafts, { found, draftIdOf, file, blank, compose }: Task): EntryWriter {
  const writing = signal<Writing>(found ? resumed(found.text, blank) : blank);
  const failure = signal<EditFailure | null>(null);
  const stored = signal(false);
  const hasText = computed(() => !['', blank.text].includes(writing.value.text.trim()));
  let id = typeof found?.text.id === 'string' ? found.text.id : model.newId();
  let finishing = false;

  const keep = () => drafts.keep({ id: draftIdOf(id), file, text: { id, ...writing.value } });
  /** What was written goes; what has been typed while it was being stored begins the next entry. */
  const goOn = (written: Writing) => {
    const { text, ...choices } = writing.value;
    const rest = text === written.text ? blank.text : text.replace(written.text, '').trimStart();
    writing.value = { ...choices, text: rest };
    id = model.newId();
    if (hasText.value) keep();
  };
  const store = async (): Promise<boolean> => {
    const written = writing.value;
    drafts.flush();
    await drafts.settled();
    const draftId = draftIdOf(id);
    // Another tab may have made this very entry meanwhile; what is written here is then one more.
    if (model.files.peek().get(file)?.records.has(id)) id = model.newId();
    const { record, fields } = compose({ ...written, text: written.text.trim() });
    const result = await model.edit([{ record: { id, ...record }, creates: true, fields }], [draftId]);
    failure.value = result.saved ? null : result.failure;
    if (!result.saved) return false;
    drafts.forget(draftId);
    stored.value = true;
    goOn(written);
    return true;
  };

  return {
    writing,
    failure,
    stored,
    hasText,
    foundFrom: found?.savedAt ?? null,
    async finish() {
      if (!hasText.value || finishing) return false;
      finishing = true;
      try {
        return await store();
      } finally {
        finishing = false;
      }
    },
    write(part) {
      stored.value = false;
      writing.value = { ...writing.value, ...part };
      if (writing.value.text === blank.text) drafts.drop(draftIdOf(id));
      else keep();
    },
    discard() {
      failure.value = null;
      drafts.drop(draftIdOf(id));
      writing.value = { ...writing.value, text: blank.text };
      id = model.newId();
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
