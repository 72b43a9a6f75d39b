import type { Authored, Field, Id, Rec, Value, Waiting } from '../domain/record.ts';
import { sameValue } from '../domain/well-formed.ts';
import { type MergeOutcome, mergeOutcomes } from '../protocol/send.ts';

/** One value on its way into one field. */
interface Arrival extends Waiting {
  settles: Id[];
}

type FieldMerge = { field: Field; outcome: MergeOutcome };

/**
 * What a record becomes when a change reaches it: the same on the server, which decides, and on the device, which foresees.
 * Pure. The caller has made sure that the server has not merged this change id before.
 * The outcome is that of the weightiest field.
 */
export function merge(record: Rec | undefined, { change, by, at }: Authored): { record: Rec; outcome: MergeOutcome } {
  const merged: Rec = record ? { ...record, fields: { ...record.fields } } : { ...change.record, fields: {}, seq: 0 };
  let outcome: MergeOutcome = 'history';
  for (const [name, edit] of Object.entries(change.fields)) {
    const arrival = { id: change.id, value: edit.value, saw: edit.saw, settles: edit.settles, by, at };
    const result = mergeField(kindOf(name), merged.fields[name], arrival);
    merged.fields[name] = result.field;
    outcome = weightier(outcome, result.outcome);
  }
  return { record: merged, outcome };
}

type FieldKind = 'value' | 'element' | 'order';

function kindOf(name: string): FieldKind {
  if (name === 'order') return 'order';
  return name.includes('/') ? 'element' : 'value';
}

function weightier(a: MergeOutcome, b: MergeOutcome): MergeOutcome {
  return mergeOutcomes.indexOf(a) <= mergeOutcomes.indexOf(b) ? a : b;
}

/** The rules M1–M5 of docs/sync-spec.md, in their order. */
function mergeField(kind: FieldKind, field: Field | undefined, arrival: Arrival): FieldMerge {
  if (!field) return { field: stand(undefined, arrival, arrival.saw), outcome: 'applied' };
  if (hasArrived(field, arrival.id)) return { field, outcome: 'same' };
  const seen = lastSeen(arrival.saw, field.names);
  if (seen >= 0) {
    return { field: settleWaiting(stand(field, arrival, arrival.saw.slice(seen + 1))), outcome: 'applied' };
  }
  if (isAlreadySurpassed(field, arrival.id)) return { field, outcome: 'history' };
  if (sameValue(field.value, arrival.value)) return { field: settleWaiting(share(field, arrival)), outcome: 'same' };
  if (kind !== 'value') return withoutWaiting(kind, field, arrival);
  return { field: wait(field, arrival), outcome: 'waiting' };
}

function hasArrived(field: Field, id: Id): boolean {
  return field.names.includes(id) || field.waiting.some((waiting) => waiting.id === id);
}

/** Where in `saw` the latest name of the current value stands, or -1. */
function lastSeen(saw: Id[], names: Id[]): number {
  return saw.findLastIndex((id) => names.includes(id));
}

function isAlreadySurpassed(field: Field, id: Id): boolean {
  return field.ahead.includes(id) || field.waiting.some((waiting) => waiting.saw.includes(id));
}

/** M1: the arrival stands; what its author saw beyond the old value, and has not arrived, is ahead. */
function stand(field: Field | undefined, arrival: Arrival, later: Id[]): Field {
  const waiting = field?.waiting ?? [];
  const gone = (one: Waiting) => arrival.saw.includes(one.id) || arrival.settles.includes(one.id);
  const arrived = new Set([...waiting.map((one) => one.id), ...(field?.names ?? [])]);
  return {
    value: arrival.value,
    by: arrival.by,
    at: arrival.at,
    names: [arrival.id],
    ahead: [...new Set([...(field?.ahead ?? []), ...later])].filter((id) => !arrived.has(id) && id !== arrival.id),
    waiting: waiting.filter((one) => !gone(one)),
  };
}

/** M3: two wrote the same; the value bears both names, waiting values the later one had seen go, and do not wait if they come later. */
function share(field: Field, arrival: Waiting): Field {
  const arrived = new Set([...field.names, ...field.waiting.map((one) => one.id)]);
  return {
    ...field,
    names: [...field.names, arrival.id],
    ahead: [...new Set([...field.ahead, ...arrival.saw])].filter((id) => !arrived.has(id)),
    waiting: field.waiting.filter((one) => !arrival.saw.includes(one.id)),
  };
}

/** M4 and M5: beside the value that stands, in the place of what it names among the waiting, else last. */
function wait(field: Field, { settles: _, ...arrival }: Arrival): Field {
  const place = field.waiting.findIndex((one) => arrival.saw.includes(one.id));
  const others = field.waiting.filter((one) => !arrival.saw.includes(one.id));
  const at = place < 0 ? others.length : place;
  return { ...field, waiting: [...others.slice(0, at), arrival, ...others.slice(at)] };
}

/** Sets and order leave nothing waiting: present replaces an absence it has not seen, and the later order stands. */
function withoutWaiting(kind: 'element' | 'order', field: Field, arrival: Arrival): FieldMerge {
  const isStronger: boolean = kind === 'order' || isPresent(arrival.value);
  return isStronger ? { field: stand(field, arrival, []), outcome: 'applied' } : { field, outcome: 'history' };
}

function isPresent(value: Value): boolean {
  return value === true;
}

/** M6: what a waiting value names may have come to stand, or the same value; then it is merged again. */
function settleWaiting(field: Field): Field {
  const next = field.waiting.find((one) => lastSeen(one.saw, field.names) >= 0 || sameValue(one.value, field.value));
  if (!next) return field;
  const without = { ...field, waiting: field.waiting.filter((one) => one !== next) };
  return mergeField('value', without, { ...next, settles: [] }).field;
}
