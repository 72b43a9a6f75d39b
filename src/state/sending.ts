import { computed, type ReadonlySignal } from '@preact/signals';
import { mayRead } from '../domain/access.ts';
import type { Area } from '../domain/areas.ts';
import { areaSchema } from '../domain/areas.ts';
import { dayInOslo, daysBetween } from '../domain/dates.ts';
import type { Id } from '../domain/record.ts';
import type { Quarantined } from '../protocol/pull.ts';
import { latestSet } from './case-records.ts';
import type { Model, SyncStatus, ViewRecord } from './model.ts';
import { personOf } from './person.ts';
import { type Two, twosIn } from './two.ts';
import { writtenText } from './written-text.ts';

export type PillKind =
  | 'signedOut'
  | 'offline'
  | 'unreachable'
  | 'fetching'
  | 'stale'
  | 'mustSee'
  | 'sending'
  | 'waiting'
  | 'sent';

/** What the pill says: the two facts, and what stops them. */
export interface Pill {
  kind: PillKind;
  waiting: number;
  sending: boolean;
  mustSee: number;
  freshAt: number | null;
  /** Whole days since what is shown was fetched. */
  daysOld: number;
}

/** A record with something in it that the municipality has not received. */
export interface WaitingRecord {
  record: ViewRecord;
  file: Id;
  person: string;
  area: Area | null;
  since: number;
}

/** Something two have changed, in a case that concerns the one who looks. */
export interface TwoInCase extends Two {
  file: Id;
  person: string;
}

export interface RefusedChange {
  quarantined: Quarantined;
  person: string | null;
  /** What was written in words, to copy; empty where the change held none. */
  text: string;
}

export interface Sending {
  pill: ReadonlySignal<Pill>;
  waiting: ReadonlySignal<WaitingRecord[]>;
  twos: ReadonlySignal<TwoInCase[]>;
  refused: ReadonlySignal<RefusedChange[]>;
}

export function createSending(model: Model): Sending {
  const twos = computed(() =>
    [...model.files.value.values()].flatMap((file) => {
      const person = personOf(file);
      if (!person) return [];
      // Whoever wrote one of the values, whichever of them stands, and whoever answers for the case.
      const concernsMe = (two: Two) =>
        person.responsible === model.me.id || two.said.some(({ by }) => by === model.me.id);
      return [...file.records.values()]
        .flatMap(twosIn)
        .filter((two) => mayRead(model.me.role, two.record.compartment) && concernsMe(two))
        .map((two) => ({ ...two, file: file.id, person: person.name }));
    }),
  );
  const waiting = computed(() =>
    [...model.files.value.values()]
      .flatMap((file) => {
        const unsent = [...file.records.values()].filter((record) => record.unsent.size > 0);
        const person = unsent.length > 0 ? (personOf(file)?.name ?? '') : '';
        return unsent.map((record) => ({
          record,
          file: file.id,
          person,
          area: areaSchema.safeParse(record.fields.area?.value).data ?? null,
          since: latestSet(record, record.unsent) ?? 0,
        }));
      })
      .sort((a, b) => b.since - a.since),
  );
  const refused = computed(() =>
    model.sync.value.quarantined.map((quarantined) => {
      const file = quarantined.change && model.files.value.get(quarantined.change.record.file);
      const written = quarantined.change ? writtenText(quarantined.change) : '';
      return { quarantined, person: (file && personOf(file)?.name) ?? null, text: written };
    }),
  );
  const pill = computed(() => pillOf(model.sync.value, twos.value.length + refused.value.length, model.now()));
  return { pill, waiting, twos, refused };
}

/** What stands in the way comes first, then what is too old to trust, then what the person can settle. */
export function pillOf(sync: SyncStatus, mustSee: number, now: number): Pill {
  const daysOld = sync.freshAt === null ? 0 : daysBetween(dayInOslo(sync.freshAt), dayInOslo(now));
  const { waiting, sending, freshAt } = sync;
  return { kind: kindOf(sync, mustSee, daysOld), waiting, sending, mustSee, freshAt, daysOld };
}

function kindOf(sync: SyncStatus, mustSee: number, daysOld: number): PillKind {
  const problems = [sync.sendProblem, sync.pullProblem];
  if (!sync.online || problems.includes('offline')) return 'offline';
  if (problems.includes('unreachable') || problems.includes('refused')) return 'unreachable';
  if (sync.pullProblem === 'signedOut' || sync.pullProblem === 'otherPerson') return 'signedOut';
  if (sync.freshAt === null) return 'fetching';
  if (daysOld > 0) return 'stale';
  if (mustSee > 0) return 'mustSee';
  if (sync.waiting > 0) return sync.sending ? 'sending' : 'waiting';
  return 'sent';
}
