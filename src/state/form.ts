import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Id, Value } from '../domain/record.ts';
import type { Drafts } from './drafts.ts';
import type { FormSpec } from './form-spec.ts';
import type { EditFailure, Model } from './model.ts';
import { createOwnDraft } from './own-draft.ts';
import { createTyping } from './typing.ts';

/** A pause in typing after which what is typed in an existing record becomes a change. Milliseconds. */
export const REST = 4_000;

export type Saving =
  /** Nothing has been typed here, and nothing of the record waits to be sent. */
  | 'untouched'
  /** Typed, and not a change yet. */
  | 'draft'
  /** The device's store has completed the change. */
  | 'onDevice'
  /** The municipality has answered for everything in the record. */
  | 'received'
  /** The device could not store it; the text is still in the form. */
  | 'failed';

/** The inputs about one record. They save by themselves, but for what waits for *Ferdig*. */
export interface Form<Name extends string> {
  saving: ReadonlySignal<Saving>;
  failure: ReadonlySignal<EditFailure | null>;
  /** Inputs whose text is not a value, after an attempt to save. */
  invalid: ReadonlySignal<ReadonlySet<Name>>;
  exists: ReadonlySignal<boolean>;
  /** When the text found from an earlier session was typed; null where there was none. */
  foundFrom: number | null;
  text(name: Name): string;
  /** The caret is in this input: the value in it is not replaced by one that arrives. */
  enter(name: Name): void;
  type(name: Name, text: string): void;
  /** The caret leaves this input. */
  leave(name: Name): Promise<boolean>;
  /** The page is left or hidden: what exists and saves by itself is saved. Nothing is made, what was begun stays a draft. */
  pause(): Promise<boolean>;
  /** Makes a change of all that is typed. False where something could not be saved; its text then stays. */
  commit(): Promise<boolean>;
  /** A button or a choice: a change at once, with whatever is typed beside it. */
  choose(fields: Record<string, Value>): Promise<boolean>;
  /** Gives up what is typed and not saved. */
  discard(): void;
  /** From now on nothing is saved; the draft stays. */
  close(): void;
}

/** The draft of a form about a record. */
export const draftIdOf = (record: { type: string; id: Id }): string => `${record.type}:${record.id}`;

export function createForm<Name extends string>(model: Model, drafts: Drafts, spec: FormSpec<Name>): Form<Name> {
  const { id, file } = spec.record;
  const draft = createOwnDraft(drafts, spec.draftId ?? draftIdOf(spec.record));
  const initial = spec.creation?.fields ?? {};
  const record = computed(() => model.files.value.get(file)?.records.get(id));
  const typing = createTyping(record, spec.parts, initial);
  const failure = signal<EditFailure | null>(null);
  const invalid = signal<ReadonlySet<Name>>(new Set());
  const made = signal(false);
  const saved = signal(false);
  let rest: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<boolean> = Promise.resolve(true);
  let closed = false;

  const exists = computed(() => made.value || record.value !== undefined);
  const typed = () => Object.entries(typing.typed.value) as [Name, string][];
  const isTyped = () => typed().length > 0;
  const isBlank = (text: string) => text.trim() === '';
  const savesAlone = () => !closed && exists.value && spec.onFinish !== 'everything';
  /** Not what the input could not show again, and blank texts only where they empty something that may be empty. */
  const worthKeeping = () =>
    typed().filter(
      ([name, text]) => !spec.parts[name].isLost?.(text) && (!isBlank(text) || (exists.value && name !== spec.needs)),
    );
  if (draft.found) typing.resume(draft.found);

  const keepDraft = () => {
    const texts = worthKeeping();
    if (texts.length === 0) return draft.drop();
    const creation: Record<string, Value> = exists.value ? {} : { creation: initial };
    draft.keep({
      file,
      text: { record: id, ...creation, ...Object.fromEntries(texts) },
      shown: typing.shown(),
    });
  };
  const discard = () => {
    clearTimeout(rest);
    typing.release(typing.typed.value);
    failure.value = null;
    invalid.value = new Set();
    draft.drop();
  };

  /** The input that lacks its text: nothing is made without it, and what stands in a record is not emptied. */
  const lacking = (fields: Record<string, Value>): Name | null => {
    if (!spec.needs) return null;
    const text = fields[spec.parts[spec.needs].field];
    return text === '' || (text === undefined && !exists.value) ? spec.needs : null;
  };

  const store = async (fields: Record<string, Value>): Promise<boolean> => {
    drafts.flush();
    await drafts.settled();
    const edit = { record: spec.record, creates: !exists.value, fields, shown: typing.shown() };
    const beside = exists.value ? [] : (spec.creation?.beside?.() ?? []);
    const result = await model.edit([edit, ...beside], draft.ends());
    failure.value = result.saved ? null : result.failure;
    if (!result.saved) return false;
    made.value = true;
    saved.value = true;
    return true;
  };

  const save = async (chosen: Record<string, Value>): Promise<boolean> => {
    const isMaking = !exists.value && Object.keys(chosen).length === 0;
    if (isMaking && typed().every(([, text]) => isBlank(text))) {
      discard();
      return true;
    }
    const texts = { ...typing.typed.value };
    const { fields, wrong } = typing.read();
    const lacks = lacking(fields);
    if (lacks) {
      wrong.add(lacks);
      delete fields[spec.parts[lacks].field];
    }
    invalid.value = wrong;
    if (isMaking && wrong.size > 0) return false;
    for (const name of wrong) delete texts[name];
    const all = { ...(exists.value ? {} : initial), ...fields, ...chosen };
    const isChange = Object.keys(all).length > 0;
    if (isChange && !(await store(all))) return false;
    typing.release(texts);
    // What was typed while the change was being stored is a draft of its own again.
    if (isTyped()) keepDraft();
    else if (isChange) draft.forget();
    else draft.drop();
    return wrong.size === 0;
  };

  const enqueue = (chosen: Record<string, Value> = {}): Promise<boolean> => {
    clearTimeout(rest);
    const run = () => save(chosen);
    queue = queue.then(run, run);
    return queue;
  };

  return {
    failure,
    invalid,
    exists,
    foundFrom: draft.found?.savedAt ?? null,
    saving: computed(() => {
      if (failure.value) return 'failed';
      if (isTyped()) return 'draft';
      if (record.value && record.value.unsent.size > 0) return 'onDevice';
      return saved.value ? 'received' : 'untouched';
    }),
    text: typing.text,
    enter: typing.hold,
    type(name, text) {
      typing.type(name, text);
      invalid.value = new Set([...invalid.value].filter((each) => each !== name));
      keepDraft();
      clearTimeout(rest);
      if (savesAlone()) rest = setTimeout(() => void enqueue(), REST);
    },
    async leave(name) {
      if (typing.typed.value[name] === undefined) typing.release({});
      else if (savesAlone() || (!closed && spec.onFinish === 'nothing')) return enqueue();
      return true;
    },
    pause: async () => !isTyped() || !savesAlone() || enqueue(),
    commit: () => enqueue(),
    choose: enqueue,
    discard,
    close() {
      closed = true;
      clearTimeout(rest);
    },
  };
}
