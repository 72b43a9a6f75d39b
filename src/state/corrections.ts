import type { Id } from '../domain/record.ts';
import type { Entry } from './log.ts';

/** An entry as the log shows it, with what it corrects beneath. */
export interface LogEntry extends Entry {
  /** The entry it corrects, the one that one corrected, and so on. */
  before: Corrected[];
}

export interface Corrected extends Entry {
  /** The latest corrections of it: several where people corrected it without having seen each other's. */
  correctedBy: Id[];
}

/**
 * Every entry, in the order given: the latest stand by themselves, and what they correct lies beneath them, none left out.
 * A correction counts only where it has the same readers, so that nobody folds away what they may not write.
 */
export function withCorrected(entries: readonly Entry[]): LogEntry[] {
  const byId = new Map(entries.map((entry) => [entry.record.id, entry]));
  const before = (entry: Entry) => {
    const found = entry.corrects === null ? undefined : byId.get(entry.corrects);
    return found?.record.compartment === entry.record.compartment ? found : undefined;
  };
  const corrected = new Set(entries.map(before));
  const chains = new Map(
    entries.filter((entry) => !corrected.has(entry)).map((entry) => [entry, chain(entry, before)]),
  );
  const correctedBy = new Map<Entry, Id[]>();
  for (const [latest, chain] of chains)
    for (const one of chain) correctedBy.set(one, [...(correctedBy.get(one) ?? []), latest.record.id]);
  return entries
    .filter((entry) => !correctedBy.has(entry))
    .map((entry) => ({
      ...entry,
      before: (chains.get(entry) ?? []).map((one) => ({ ...one, correctedBy: correctedBy.get(one) ?? [] })),
    }));
}

/** What the entry corrects, nearest first. Ends where entries would correct each other in a ring. */
function chain(entry: Entry, before: (entry: Entry) => Entry | undefined): Entry[] {
  const found = new Set<Entry>();
  for (let one = before(entry); one && one !== entry && !found.has(one); one = before(one)) found.add(one);
  return [...found];
}
