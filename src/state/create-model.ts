import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { checkChange } from '../domain/check.ts';
import type { Change, Id } from '../domain/record.ts';
import { StoreFailure } from '../sync/ports.ts';
import type { Tab } from '../sync/tab.ts';
import { composeChange } from '../sync/view.ts';
import { caseFileOf } from './case-file.ts';
import type { CaseFile, Draft, EditFailure, Model, RecordEdit } from './model.ts';
import { statusOf } from './status.ts';

/** The running tab, as the state needs it. */
export interface ModelEngine {
  tab: Tab;
  edit(changes: Change[], drafts: string[]): Promise<void>;
  syncNow(): void;
  isOnline(): boolean;
}

export interface DraftKeeper {
  save(draft: Draft): Promise<void>;
  drop(id: string): Promise<void>;
  all(): Promise<Draft[]>;
}

export interface ModelParts {
  engine: ModelEngine;
  drafts: DraftKeeper;
  me: Model['me'];
  tenant: Model['tenant'];
  today: ReadonlySignal<string>;
  now(): number;
  newId(): Id;
}

/** The signals of one unlocked vault. `statusChanged` is for whoever drives the engine, `finish` for whoever locks it. */
export function createModel(parts: ModelParts): { model: Model; statusChanged(): void; finish(): Promise<unknown> } {
  const { engine, drafts, me } = parts;
  const { tab } = engine;
  const files = signal<ReadonlyMap<Id, CaseFile>>(new Map());
  const staffOfTab = signal(tab.staff);
  const status = signal(statusOf(tab, engine.isOnline()));
  const staff = computed(() => new Map((staffOfTab.value?.members ?? []).map((member) => [member.id, member])));

  const statusChanged = () => {
    status.value = statusOf(tab, engine.isOnline());
    staffOfTab.value = tab.staff;
  };
  const show = (touched: Iterable<Id>) => {
    const next = new Map(files.value);
    for (const file of touched) next.set(file, caseFileOf(tab, file, me.id, next.get(file)));
    files.value = next;
    statusChanged();
  };
  tab.changed = show;
  show(new Set([...tab.byFile.keys(), ...tab.state.pending.map((one) => one.change.record.file)]));

  const unfinished: (() => Promise<unknown>)[] = [];
  const model: Model = {
    me,
    tenant: parts.tenant,
    files,
    staff,
    sync: status,
    today: parts.today,
    now: parts.now,
    newId: parts.newId,
    edit: (edits, named = []) => save(engine, edits, named, parts.newId),
    saveDraft: drafts.save,
    dropDraft: drafts.drop,
    drafts: drafts.all,
    beforeLock: (work) => unfinished.push(work),
    syncNow: engine.syncNow,
  };
  return { model, statusChanged, finish: () => Promise.allSettled(unfinished.map((work) => work())) };
}

async function save(
  engine: ModelEngine,
  edits: RecordEdit[],
  drafts: string[],
  newId: () => Id,
): ReturnType<Model['edit']> {
  const changes = composed(engine.tab, edits, newId);
  const flaw = changes.map(checkChange).find((each) => each !== null);
  if (flaw) return { saved: false, failure: flaw };
  try {
    await engine.edit(changes, drafts);
    return { saved: true };
  } catch (error) {
    if (error instanceof StoreFailure) return { saved: false, failure: failureOf(error) };
    if (error instanceof RangeError) return { saved: false, failure: 'invalid' }; // longer than one envelope holds
    throw error;
  }
}

/** Each change names what the ones before it in the same action have written. */
function composed({ confirmed, state }: Tab, edits: RecordEdit[], newId: () => Id): Change[] {
  const changes: Change[] = [];
  for (const edit of edits) {
    const before = [...state.pending.map((one) => one.change), ...changes];
    const own = before.filter((one) => one.record.id === edit.record.id);
    changes.push(composeChange(newId(), edit, confirmed.get(edit.record.id), own));
  }
  return changes;
}

function failureOf({ kind }: StoreFailure): EditFailure {
  return kind === 'full' || kind === 'newerFormat' ? kind : 'failed';
}
