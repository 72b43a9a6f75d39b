import type { Authored, Change, FieldEdit, Id, Rec, Value } from '../domain/record.ts';
import { merge } from './merge.ts';

/** A record as its author sees it: confirmed, with own pending changes merged on top in counter order. */
export function viewRecord(confirmed: Rec | undefined, pending: Authored[]): Rec | undefined {
  return pending.reduce<Rec | undefined>((record, authored) => merge(record, authored).record, confirmed);
}

/** Of many names of one value, or many own changes laid over it, the newest say enough: the older ones came before them. */
const MOST_NAMED = 100;

/** What someone wants to write, before it is named. */
export interface Intent {
  record: Change['record'];
  creates: boolean;
  fields: Record<string, Value>;
  /** Waiting values, by change id, that the author puts aside. */
  settles?: Record<string, Id[]>;
  /** Names of the value each field showed when typing began; a field without an entry was seen as it stands now. */
  shown?: Record<string, Id[]>;
}

/**
 * The change for an intent: each field names, in order, all that its author had on the screen,
 * the confirmed value and the author's own pending changes over it (rule 1).
 */
export function composeChange(id: Id, intent: Intent, confirmed: Rec | undefined, pending: Change[]): Change {
  const fields: Record<string, FieldEdit> = {};
  for (const [name, value] of Object.entries(intent.fields)) {
    const own = pending.filter((change) => Object.hasOwn(change.fields, name));
    const seen = seenConfirmed(name, confirmed?.fields[name]?.names ?? [], own, intent.shown?.[name]);
    const saw = [...new Set([...seen.slice(-MOST_NAMED), ...own.slice(-MOST_NAMED).map((change) => change.id)])];
    fields[name] = { value, saw, settles: intent.settles?.[name] ?? [] };
  }
  return { id, record: intent.record, creates: intent.creates, fields };
}

/** The confirmed value, unless it arrived under the caret: then what was shown, which it does not name. */
function seenConfirmed(name: string, names: Id[], own: Change[], shown: Id[] | undefined): Id[] {
  if (!shown) return names;
  const seen = new Set([...shown, ...own.flatMap((change) => change.fields[name]?.saw ?? [])]);
  return names.some((id) => seen.has(id)) ? names : shown;
}
