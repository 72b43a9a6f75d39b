import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { fold, matches } from '../domain/fold.ts';
import type { Id } from '../domain/record.ts';
import { measure } from '../domain/records/measure.ts';
import { plan } from '../domain/records/plan.ts';
import { readField } from '../domain/records/record-type.ts';
import { recordsOf } from './case-records.ts';
import type { CaseFile, Model } from './model.ts';
import { type Person, personOf } from './person.ts';

/** One line of the list. */
export interface PersonRow extends Person {
  longTermGoal: string;
  /** Measures in progress. */
  ongoing: number;
  mine: boolean;
  /** Something in the case is saved here and not yet received. */
  unsent: boolean;
  folded: string;
}

export type ListName = 'mine' | 'unit';

export interface People {
  /** The list that is shown: mine until another is chosen, or everyone where nobody is mine. */
  list: ReadonlySignal<ListName>;
  choose(list: ListName): void;
  query: Signal<string>;
  /** True while there is something to search for. */
  isSearching: ReadonlySignal<boolean>;
  /** Everyone on this device, by name. */
  rows: ReadonlySignal<PersonRow[]>;
  counts: ReadonlySignal<Record<ListName, number>>;
  /** Those of the chosen list that the query finds. A query looks through everyone on the device. */
  shown: ReadonlySignal<PersonRow[]>;
}

/** The list of people on this device. Only the cases that changed since last time are read again. */
export function createPeople(model: Model): People {
  const chosen = signal<ListName | null>(null);
  const query = signal('');
  const read = new WeakMap<CaseFile, PersonRow | null>();
  const collator = new Intl.Collator('nb');

  const rowOf = (file: CaseFile): PersonRow | null => {
    const known = read.get(file);
    if (known !== undefined) return known;
    const row = readRow(file, model.me.id);
    read.set(file, row);
    return row;
  };
  const rows = computed(() => {
    const found = [...model.files.value.values()].map(rowOf).filter((row) => row !== null);
    return found.sort((a, b) => collator.compare(a.name, b.name));
  });
  const counts = computed(() => ({
    mine: rows.value.filter((row) => row.mine).length,
    unit: rows.value.length,
  }));
  const list = computed(() => chosen.value ?? (counts.value.mine > 0 ? 'mine' : 'unit'));
  const isSearching = computed(() => fold(query.value) !== '');
  const shown = computed(() => {
    if (isSearching.value) return rows.value.filter((row) => matches(row.folded, query.value));
    return list.value === 'mine' ? rows.value.filter((row) => row.mine) : rows.value;
  });
  return {
    list,
    query,
    isSearching,
    rows,
    counts,
    shown,
    choose(next) {
      chosen.value = next;
    },
  };
}

function readRow(file: CaseFile, me: Id): PersonRow | null {
  const person = personOf(file);
  if (!person) return null;
  const goal = recordsOf(file, 'plan')[0];
  const measures = recordsOf(file, 'measure');
  return {
    ...person,
    longTermGoal: (goal && readField(plan, goal, 'longTermGoal')) ?? '',
    ongoing: measures.filter((record) => readField(measure, record, 'status') === 'ongoing').length,
    mine: person.responsible === me,
    unsent: [...file.records.values()].some((record) => record.unsent.size > 0),
    folded: fold(person.names),
  };
}
