/** One way to break the engine on purpose: a patch to it, and the rule of docs/sync-spec.md that it breaks. */
export interface Mutant {
  patch: string;
  rule: string;
  what: string;
}

/** Each must be caught by the simulator, and each must still apply: a patch that does not is out of date, and fails. */
export const mutants: readonly Mutant[] = [
  { patch: 'no-deduplication.patch', rule: 'R3', what: 'the server merges a change that the log already holds' },
  { patch: 'no-base-check.patch', rule: 'R2', what: 'a value is replaced without having been named' },
  { patch: 'outbox-apart.patch', rule: 'D1', what: 'the outbox is saved apart from the head that counts it' },
  { patch: 'edit-saved-relaxed.patch', rule: 'R4', what: 'what is shown as saved does not survive a power cut' },
  {
    patch: 'pending-ends-at-the-answer.patch',
    rule: 'R5',
    what: 'a change leaves the view when answered, not when pulled',
  },
  { patch: 'pull-for-anyone.patch', rule: 'R8', what: "a pull is answered under another person's cookie" },
  { patch: 'author-is-the-vault.patch', rule: 'R8', what: 'a value bears the id of the vault instead of its author' },
  { patch: 'retry-saved-twice.patch', rule: 'D4', what: 'an action that is stored already is stored again' },
  { patch: 'late-predecessor-waits.patch', rule: 'M2', what: 'a value waits although the one that stands named it' },
];
