import type { Authored, Change, FieldEdit, Id, Rec, Value } from '../domain/record.ts';
import { merge } from './merge.ts';

/** A record as its author sees it: confirmed, with own pending changes merged on top in counter order. */
export function viewRecord(confirmed: Rec | undefined, pending: Authored[]): Rec | undefined {
  return pending.reduce<Rec | undefined>((record, authored) => merge(record, authored).record, confirmed);
}

/** What someone wants to write, before it is named. */
export interface Intent {
  record: Change['record'];
  creates: boolean;
  fields: Record<string, Value>;
  /** Waiting values, by change id, that the author puts aside. */
  settles?: Record<string, Id[]>;
}

/**
 * The change for an intent: each field names, in order, all that its author had on the screen,
 * the confirmed value and the author's own pending changes over it (rule 1).
 */
export function composeChange(id: Id, intent: Intent, confirmed: Rec | undefined, pending: Change[]): Change {
  const fields: Record<string, FieldEdit> = {};
  for (const [name, value] of Object.entries(intent.fields)) {
    const own = pending.filter((change) => Object.hasOwn(change.fields, name)).map((change) => change.id);
    const saw = [...(confirmed?.fields[name]?.names ?? []), ...own];
    fields[name] = { value, saw, settles: intent.settles?.[name] ?? [] };
  }
  return { id, record: intent.record, creates: intent.creates, fields };
}
