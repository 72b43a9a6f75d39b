import type { Drafts } from './drafts.ts';
import type { Draft } from './model.ts';

/** The draft of one form. Another tab may keep one under the same id: only what was written or taken up here is ended here. */
export interface OwnDraft {
  /** What an earlier session left. */
  found: Draft | undefined;
  keep(draft: Pick<Draft, 'file' | 'text' | 'shown'>): void;
  /** Deletes it: its author gave it up. */
  drop(): void;
  /** It has become a change, whose append has deleted it. */
  forget(): void;
  /** What the append of the change is to delete. */
  ends(): string[];
}

export function createOwnDraft(drafts: Drafts, id: string): OwnDraft {
  const found = drafts.all.peek().get(id);
  let isOurs = found !== undefined;
  const end = (how: (id: string) => void) => {
    if (isOurs) how(id);
    isOurs = false;
  };
  return {
    found,
    keep(draft) {
      isOurs = true;
      drafts.keep({ id, ...draft });
    },
    drop: () => end(drafts.drop),
    forget: () => end(drafts.forget),
    ends: () => (isOurs ? [id] : []),
  };
}
