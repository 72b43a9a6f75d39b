import type { Append, Head } from '../state.ts';

/** The append that moves `head` one version on and holds nothing else yet. */
export function appendTo(head: Head, changed: Partial<Head>, content: Partial<Append>): Append {
  return {
    expected: head.version,
    head: { ...head, ...changed, version: head.version + 1 },
    outbox: [],
    records: [],
    quarantined: [],
    staff: null,
    batch: null,
    forget: 0,
    drafts: [],
    durability: 'relaxed',
    ...content,
  };
}
