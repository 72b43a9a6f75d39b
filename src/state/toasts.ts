import { type ReadonlySignal, signal } from '@preact/signals';
import type { EditFailure, Model, RecordEdit } from './model.ts';

/** How long an undo stays within reach, in milliseconds. It survives scrolling and moving about. */
export const UNDO_FOR = 12_000;

export type Toast =
  | {
      kind: 'done';
      what: 'goalDeleted' | 'measureDeleted' | 'entryDeleted' | 'statusChanged' | 'settled' | 'longTermEmptied';
      undo: () => void;
    }
  | { kind: 'undone' }
  | { kind: 'failed'; failure: EditFailure };

export interface Toasts {
  shown: ReadonlySignal<Toast | null>;
  /** Writes at once, and offers the way back: an ordinary change that sets what was there before. */
  withUndo(what: (Toast & { kind: 'done' })['what'], edit: RecordEdit, back: RecordEdit): Promise<boolean>;
  /** Offers the way back from what has been written already. */
  offerBack(what: (Toast & { kind: 'done' })['what'], back: RecordEdit): void;
  failed(failure: EditFailure): void;
  dismiss(): void;
}

export function createToasts(model: Model): Toasts {
  const shown = signal<Toast | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (toast: Toast) => {
    clearTimeout(timer);
    shown.value = toast;
    timer = setTimeout(() => {
      shown.value = null;
    }, UNDO_FOR);
  };
  const write = async (edit: RecordEdit, after: Toast): Promise<boolean> => {
    const result = await model.edit([edit]);
    show(result.saved ? after : { kind: 'failed', failure: result.failure });
    return result.saved;
  };
  const done = (what: (Toast & { kind: 'done' })['what'], back: RecordEdit): Toast => {
    return { kind: 'done', what, undo: () => void write(back, { kind: 'undone' }) };
  };
  return {
    shown,
    withUndo: (what, edit, back) => write(edit, done(what, back)),
    offerBack: (what, back) => show(done(what, back)),
    failed: (failure) => show({ kind: 'failed', failure }),
    dismiss() {
      clearTimeout(timer);
      shown.value = null;
    },
  };
}
