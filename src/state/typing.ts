import { type ReadonlySignal, signal } from '@preact/signals';
import type { Id, Value } from '../domain/record.ts';
import { sameValue } from '../domain/well-formed.ts';
import type { Draft, ViewRecord } from './model.ts';
import type { Part } from './parts.ts';

/** What an input showed when the caret came to it, and the names of that value. */
interface Held {
  value: Value | undefined;
  names: Id[];
}

/** What is typed in the inputs of one form and is no change yet. A value under the caret is never replaced. */
export interface Typing<Name extends string> {
  typed: ReadonlySignal<Partial<Record<Name, string>>>;
  text(name: Name): string;
  /** From now on the input shows what it shows, whatever arrives. */
  hold(name: Name): void;
  type(name: Name, text: string): void;
  /** Takes up what an earlier session left. */
  resume(draft: Draft): void;
  /** Fields that differ from what was on the screen, and the inputs whose text is not a value. */
  read(): { fields: Record<string, Value>; wrong: Set<Name> };
  /** Per field, the names of the value it was typed over. */
  shown(): Record<string, Id[]>;
  /** Lets go of texts that have become changes, and of inputs the caret has left; what was typed since stays. */
  release(saved: Partial<Record<Name, string>>): void;
}

/** `initial` are the values a new record begins with. */
export function createTyping<Name extends string>(
  record: ReadonlySignal<ViewRecord | undefined>,
  parts: Record<Name, Part>,
  initial: Record<string, Value>,
): Typing<Name> {
  const typed = signal<Partial<Record<Name, string>>>({});
  const held = signal<Record<string, Held>>({});
  const touched = () => Object.keys(typed.value) as Name[];

  const shownValue = (field: string): Value | undefined =>
    held.value[field] ? held.value[field].value : (record.value?.fields[field]?.value ?? initial[field]);

  const hold = (name: Name, names?: Id[]) => {
    const { field } = parts[name];
    if (held.value[field]) return;
    const shown = names ?? record.value?.fields[field]?.names ?? [];
    held.value = { ...held.value, [field]: { value: shownValue(field), names: shown } };
  };

  return {
    typed,
    hold: (name) => hold(name),
    text: (name) => typed.value[name] ?? parts[name].show(shownValue(parts[name].field)),
    type(name, text) {
      hold(name);
      typed.value = { ...typed.value, [name]: text };
    },
    resume(draft) {
      for (const name of Object.keys(parts) as Name[]) {
        const text = draft.text[name];
        if (typeof text !== 'string') continue;
        hold(name, draft.shown?.[parts[name].field] ?? []);
        typed.value = { ...typed.value, [name]: text };
      }
    },
    read() {
      const fields: Record<string, Value> = {};
      const wrong = new Set<Name>();
      for (const name of touched()) {
        const { field, put } = parts[name];
        const value = put(fields[field] ?? shownValue(field), typed.value[name] ?? '');
        if (value === undefined) wrong.add(name);
        else fields[field] = value;
      }
      const differs = ([field, value]: [string, Value]) => !sameValue(shownValue(field) ?? emptyLike(value), value);
      return { fields: Object.fromEntries(Object.entries(fields).filter(differs)), wrong };
    },
    shown: () => Object.fromEntries(Object.entries(held.value).map(([field, { names }]) => [field, names])),
    release(saved) {
      const still = Object.entries(typed.value).filter(([name, text]) => saved[name as Name] !== text);
      typed.value = Object.fromEntries(still) as Partial<Record<Name, string>>;
      const fields = new Set(touched().map((name) => parts[name].field));
      held.value = Object.fromEntries(Object.entries(held.value).filter(([field]) => fields.has(field)));
    },
  };
}

/** A field never set is the same as an empty one: leaving it empty is no change. */
function emptyLike(value: Value): Value {
  return typeof value === 'string' ? '' : null;
}
