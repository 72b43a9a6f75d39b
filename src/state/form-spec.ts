import type { Value } from '../domain/record.ts';
import type { RecordEdit } from './model.ts';
import type { Part } from './parts.ts';

/** What a form is about, and how it saves. */
export interface FormSpec<Name extends string> {
  record: RecordEdit['record'];
  /** Where it is another than the record's own. */
  draftId?: string | undefined;
  parts: Record<Name, Part>;
  /** The input that is never blank: the record is not made without it, and not emptied of it. */
  needs?: Name;
  creation?: Creation;
  /** What is done only when the author says *Ferdig*. What is typed until then is a draft. */
  onFinish: 'nothing' | 'making' | 'everything';
}

/** What a new record begins with. */
interface Creation {
  /** Fields beside those typed. */
  fields: Record<string, Value>;
  /** What else is written in the same action. */
  beside?: () => RecordEdit[];
}
