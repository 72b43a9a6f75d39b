import { createDrafts, type Drafts } from './drafts.ts';
import type { Model } from './model.ts';
import { createPeople, type People } from './people.ts';
import { createSending, type Sending } from './sending.ts';
import { createToasts, type Toasts } from './toasts.ts';

/** What every screen of an unlocked app shares. Made with the model, and dropped with it. */
export interface Desk {
  model: Model;
  people: People;
  drafts: Drafts;
  sending: Sending;
  toasts: Toasts;
  /** Where each pane was scrolled when it was last on the screen. */
  scrolled: Map<string, number>;
  /** A form is on the screen. `commit` is called when the page is left; the answer ends that. */
  opened(commit: () => Promise<unknown>): () => void;
  /** The page is hidden or about to be locked: what is typed is stored, as drafts and then as changes. */
  leave(): Promise<void>;
}

export function createDesk(model: Model): Desk {
  const drafts = createDrafts(model);
  const openForms = new Set<() => Promise<unknown>>();
  const leave = async () => {
    // The drafts first: they are kept even where the page goes before the changes are stored.
    drafts.flush();
    await Promise.all([...openForms].map((commit) => commit()));
    await drafts.settled();
  };
  model.beforeLock(leave);
  return {
    model,
    drafts,
    leave,
    people: createPeople(model),
    sending: createSending(model),
    toasts: createToasts(model),
    scrolled: new Map(),
    opened(commit) {
      openForms.add(commit);
      return () => openForms.delete(commit);
    },
  };
}
