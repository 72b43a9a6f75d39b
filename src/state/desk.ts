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
}

export function createDesk(model: Model): Desk {
  return {
    model,
    people: createPeople(model),
    drafts: createDrafts(model),
    sending: createSending(model),
    toasts: createToasts(model),
  };
}
