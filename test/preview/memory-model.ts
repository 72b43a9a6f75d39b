import { computed, signal } from '@preact/signals';
import type { Authored, Change, Id, Rec } from '../../src/domain/record.ts';
import type { StaffMember } from '../../src/protocol/pull.ts';
import type { CaseFile, Draft, EditFailure, Model, RecordEdit, SyncStatus, ViewRecord } from '../../src/state/model.ts';
import { composeChange, viewRecord } from '../../src/sync/view.ts';

export interface MemoryModel extends Model {
  status: { value: SyncStatus };
  /** Every edit asked for, in order. */
  edits: RecordEdit[][];
  kept: Map<string, Draft>;
  /** What the next edits come to: stored, a failure, or held until `release`. */
  failWith(failure: EditFailure | null): void;
  hold(): void;
  release(): void;
  /** A colleague's change arrives. */
  arrives(authored: Authored): void;
  /** The municipality has received everything. */
  receive(): void;
}

export interface Beginning {
  me: Model['me'];
  records: readonly Rec[];
  staff: readonly StaffMember[];
  today: string;
  now: number;
  newId?: () => Id;
}

export const quietStatus: SyncStatus = {
  waiting: 0,
  oldestWaiting: null,
  sending: false,
  pulling: false,
  online: true,
  sendProblem: null,
  pullProblem: null,
  freshAt: null,
  quarantined: [],
};

/** A model without device, engine or network: the shipped merge over two maps. For looking at screens and for their tests. */
export function createMemoryModel({ me, records, staff, today, now, newId = counted() }: Beginning): MemoryModel {
  const confirmed = new Map(records.map((record) => [record.id, record]));
  let pending: Authored[] = [];
  const version = signal(0);
  const status = signal<SyncStatus>({ ...quietStatus, freshAt: now });
  const kept = new Map<string, Draft>();
  const edits: RecordEdit[][] = [];
  let failure: EditFailure | null = null;
  let gate: { promise: Promise<void>; open: () => void } | null = null;

  const cached = new Map<Id, CaseFile>();
  let dirty = new Set([...confirmed.values()].map(({ file }) => file));
  const files = computed(() => {
    version.value;
    for (const file of dirty) cached.set(file, caseFile(file));
    dirty = new Set();
    return new Map(cached);
  });
  const caseFile = (file: Id): CaseFile => {
    const own = new Map<Id, Authored[]>();
    for (const one of pending)
      if (one.change.record.file === file)
        own.set(one.change.record.id, [...(own.get(one.change.record.id) ?? []), one]);
    const ids = new Set([
      ...own.keys(),
      ...[...confirmed.values()].filter((each) => each.file === file).map(({ id }) => id),
    ]);
    const views = new Map<Id, ViewRecord>();
    for (const id of ids) {
      const mine = own.get(id) ?? [];
      const record = viewRecord(confirmed.get(id), mine);
      if (record)
        views.set(id, { ...record, unsent: new Set(mine.flatMap(({ change }) => Object.keys(change.fields))) });
    }
    return { id: file, records: views };
  };
  const changed = (file: Id) => {
    dirty.add(file);
    version.value++;
    status.value = {
      ...status.value,
      waiting: pending.length,
      oldestWaiting: pending[0]?.at ?? null,
    };
  };
  const write = (edit: RecordEdit) => {
    const own = pending.map(({ change }) => change).filter(({ record }) => record.id === edit.record.id);
    const change: Change = composeChange(newId(), edit, confirmed.get(edit.record.id), own);
    pending = [...pending, { change, by: me.id, at: now }];
    changed(edit.record.file);
  };

  return {
    me,
    tenant: { name: 'Granvik kommune', place: 'Migrasjonssenteret' },
    files,
    staff: signal(new Map(staff.map((member) => [member.id, member]))),
    sync: status,
    status,
    edits,
    kept,
    today: signal(today),
    now: () => now,
    newId,
    async edit(asked, drafts = []) {
      edits.push(asked);
      await gate?.promise;
      if (failure) return { saved: false, failure };
      for (const edit of asked) write(edit);
      for (const id of drafts) kept.delete(id);
      return { saved: true };
    },
    async saveDraft(draft) {
      kept.set(draft.id, draft);
    },
    async dropDraft(id) {
      kept.delete(id);
    },
    drafts: async () => [...kept.values()],
    beforeLock() {},
    syncNow() {},
    failWith(next) {
      failure = next;
    },
    hold() {
      let open = () => {};
      const promise = new Promise<void>((resolve) => {
        open = resolve;
      });
      gate = { promise, open };
    },
    release() {
      gate?.open();
      gate = null;
    },
    arrives(authored) {
      const { record } = authored.change;
      const next = viewRecord(confirmed.get(record.id), [authored]);
      if (next) confirmed.set(record.id, next);
      changed(record.file);
    },
    receive() {
      const touched = new Set(pending.map(({ change }) => change.record.file));
      for (const one of pending) {
        const next = viewRecord(confirmed.get(one.change.record.id), [one]);
        if (next) confirmed.set(next.id, next);
      }
      pending = [];
      for (const file of touched) changed(file);
    },
  };
}

function counted(): () => Id {
  let count = 0;
  return () => `10000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
}
