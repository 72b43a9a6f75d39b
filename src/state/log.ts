import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { mayRead, mayWrite } from '../domain/access.ts';
import { type Area, areas, compartmentOfArea } from '../domain/areas.ts';
import type { Id } from '../domain/record.ts';
import { type EntryKind, entry as entryType } from '../domain/records/entry.ts';
import { readField } from '../domain/records/record-type.ts';
import type { Role } from '../domain/roles.ts';
import { authorOf, readableBy, recordsOf } from './case-records.ts';
import { type LogEntry, withCorrected } from './corrections.ts';
import type { Model, ViewRecord } from './model.ts';

export interface Entry {
  record: ViewRecord;
  kind: EntryKind;
  area: Area | null;
  text: string;
  happenedOn: string;
  by: Id;
  at: number;
  /** Saved here and not yet received. */
  unsent: boolean;
  /** For fewer readers than the rest of the log. */
  restricted: boolean;
  /** The entry this one corrects. */
  corrects: Id | null;
  mayCorrect: boolean;
}

export interface LogMonth {
  /** `YYYY-MM` */
  month: string;
  entries: LogEntry[];
}

export interface Log {
  filter: Signal<EntryKind | null>;
  /** Kinds that occur, in their fixed order. */
  kinds: ReadonlySignal<EntryKind[]>;
  /** Newest first. */
  months: ReadonlySignal<LogMonth[]>;
  isEmpty: ReadonlySignal<boolean>;
  /** Areas this role may write an entry in; null stands for the plan as a whole. */
  writable: (Area | null)[];
  /** One entry of the case, also one that has been corrected or taken away since; null where there is none to read. */
  find(id: Id): Entry | null;
}

const kindOrder: EntryKind[] = ['note', 'conversation', 'visit', 'attendance', 'language', 'plan'];

/** Everything that has been written about a person, of every kind this role may read, in one stream. */
export function createLog(model: Model, file: Id): Log {
  const filter = signal<EntryKind | null>(null);
  const { role } = model.me;
  const entries = computed(() => {
    const found = model.files.value.get(file);
    const all = found ? recordsOf(readableBy(role, found), 'entry').flatMap((record) => readEntry(record, role)) : [];
    return withCorrected(all).sort(newestFirst);
  });
  return {
    filter,
    kinds: computed(() => kindOrder.filter((kind) => entries.value.some((entry) => entry.kind === kind))),
    isEmpty: computed(() => entries.value.length === 0),
    months: computed(() =>
      byMonth(entries.value.filter((entry) => filter.value === null || entry.kind === filter.value)),
    ),
    writable: [null, ...areas].filter((area) => mayWrite(role, compartmentOfArea(area))),
    find(id) {
      const record = model.files.peek().get(file)?.records.get(id);
      return (record?.type === 'entry' && mayRead(role, record.compartment) && readEntry(record, role)[0]) || null;
    },
  };
}

function readEntry(record: ViewRecord, role: Role): Entry[] {
  const read = <Name extends keyof typeof entryType.fields & string>(name: Name) => readField(entryType, record, name);
  const kind = read('kind');
  const happenedOn = read('happenedOn');
  const author = authorOf(record);
  if (!kind || !happenedOn || !author) return [];
  return [
    {
      record,
      kind,
      happenedOn,
      ...author,
      area: read('area') ?? null,
      text: read('text') ?? '',
      unsent: record.unsent.size > 0,
      restricted: record.compartment === 'concern',
      corrects: read('corrects') ?? null,
      mayCorrect: mayWrite(role, record.compartment),
    },
  ];
}

function newestFirst(a: Entry, b: Entry): number {
  if (a.happenedOn !== b.happenedOn) return a.happenedOn < b.happenedOn ? 1 : -1;
  return b.at - a.at || (a.record.id < b.record.id ? 1 : -1);
}

function byMonth(entries: LogEntry[]): LogMonth[] {
  const months: LogMonth[] = [];
  for (const entry of entries) {
    const month = entry.happenedOn.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.entries.push(entry);
    else months.push({ month, entries: [entry] });
  }
  return months;
}
