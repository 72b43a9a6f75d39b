import { type ReadonlySignal, signal } from '@preact/signals';
import type { Draft, Model } from './model.ts';

/** How far behind the keys an encrypted draft may be, in milliseconds. */
export const DRAFT_DELAY = 400;

/** What is being typed anywhere in the app, kept on this device until it becomes a change. */
export interface Drafts {
  /** By id, with those an earlier session left behind once `isReady`. */
  all: ReadonlySignal<ReadonlyMap<string, Draft>>;
  /** A form made before this is true would miss what an earlier session left. */
  isReady: ReadonlySignal<boolean>;
  /** True from when the device refused to keep a draft until it has kept one again. */
  refused: ReadonlySignal<boolean>;
  /** Notes what is typed now; it is stored within `DRAFT_DELAY`. */
  keep(draft: Omit<Draft, 'savedAt'>): void;
  /** Forgets one that has become a change, without touching the store: the append of the change has deleted it. */
  forget(id: string): void;
  /** Deletes one that its author gave up. */
  drop(id: string): void;
  /** Stores at once whatever has not been stored: the page is being hidden, or locked. */
  flush(): void;
  /** Resolves when no draft is on its way to the store, so that none arrives after the change that ends it. */
  settled(): Promise<unknown>;
}

export function createDrafts(model: Model): Drafts {
  const all = signal<ReadonlyMap<string, Draft>>(new Map());
  const refused = signal(false);
  const unsaved = new Map<string, Draft>();
  let writing: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (id: string, draft: Draft | null) => {
    const next = new Map(all.value);
    if (draft) next.set(id, draft);
    else next.delete(id);
    all.value = next;
  };
  const write = (work: Promise<void>) => {
    const tried = work.then(
      () => {
        refused.value = false;
      },
      () => {
        refused.value = true;
      },
    );
    writing = Promise.all([writing, tried]);
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const draft of unsaved.values()) write(model.saveDraft(draft));
    unsaved.clear();
  };
  const forget = (id: string) => {
    unsaved.delete(id);
    put(id, null);
  };
  const isReady = signal(false);
  const end = () => {
    isReady.value = true;
  };
  void model
    .drafts()
    .then((found) => {
      // What has been typed since the session began is newer than what an earlier one left.
      all.value = new Map([...found.map((draft) => [draft.id, draft] as const), ...all.value]);
    })
    .finally(end);

  return {
    all,
    isReady,
    refused,
    flush,
    settled: () => writing,
    forget,
    keep(fresh) {
      const draft = { ...fresh, savedAt: model.now() };
      unsaved.set(draft.id, draft);
      put(draft.id, draft);
      timer ??= setTimeout(flush, DRAFT_DELAY);
    },
    drop(id) {
      if (!all.value.has(id)) return;
      forget(id);
      write(model.dropDraft(id));
    },
  };
}
