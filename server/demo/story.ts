import type { Area } from '../../src/domain/areas.ts';
import type { ResultLevel, Skill, TargetLevel } from '../../src/domain/codes/cefr.ts';
import type { MeasureKind } from '../../src/domain/codes/measure-kinds.ts';
import type { Relation } from '../../src/domain/codes/relations.ts';
import type { Names } from '../../src/domain/names.ts';
import type { Value } from '../../src/domain/record.ts';
import type { EntryKind } from '../../src/domain/records/entry.ts';
import type { MeasureStatus } from '../../src/domain/records/measure.ts';
import type { AddressProtection, interpreterNeeds } from '../../src/domain/records/person.ts';
import type { Birth } from '../../src/domain/records/values.ts';
import type { StaffKey } from './staff.ts';

/** What an author wrote on a day. Where nobody is named, it is the adviser who answers for the case. */
interface Written {
  on: string;
  by?: StaffKey;
}

export interface ToldMember {
  relation: Relation;
  name: string;
  /** Reference of the member's own case. */
  member?: string;
  birth?: Birth;
  school?: string;
  /** One name for a child that several cases list. */
  shared?: string;
}

export interface ToldGoal extends Written {
  /** What measures and revisions call it. */
  key: string;
  area: Area;
  text: string;
  dueOn?: string;
}

export interface ToldMeasure extends Written {
  key: string;
  area: Area;
  goal?: string | undefined;
  kind: MeasureKind;
  title: string;
  hours?: number;
  from?: string;
  to?: string;
  status: MeasureStatus;
  /** Becomes a `location` record of its own; never told of a protected person. */
  partner?: string | undefined;
  place?: string | undefined;
  shared?: string;
}

/** A later change of what `of` names: `person`, `contact`, `plan`, `target`, or the key of a goal or measure. */
export interface ToldRevision extends Written {
  of: string;
  fields: Record<string, Value>;
  /** The day the tablet came back to the network, where it was written without. */
  arrives?: string;
}

/** day, author, kind, area (null: none in particular; 'concern': a worry), text */
export type ToldEntry = [on: string, by: StaffKey, kind: EntryKind, area: Area | 'concern' | null, text: string];

export type Levels = Partial<Record<Skill, ResultLevel>>;

/** day, author, source, level in each skill */
export type ToldResult = [on: string, by: StaffKey, source: 'teacher' | 'test' | 'own', levels: Levels];

/** One person's way from arrival until today, as those around them wrote it down. */
export interface Story {
  reference: string;
  responsible: 'ingrid' | 'per';
  /** Others who are granted the case. */
  around: StaffKey[];
  openedOn: string;
  names: Names;
  pronunciation?: string;
  birth: Birth;
  languages: string[];
  interpreter: { need: (typeof interpreterNeeds)[number]; language: string | null };
  addressProtection?: AddressProtection;
  contact?: { phone?: string; email?: string; safeChannel?: string };
  home?: string;
  household?: ToldMember[];
  plan?: Written & { fields: Record<string, Value> };
  target?: Written & { levels: Partial<Record<Skill, TargetLevel>> };
  goals: ToldGoal[];
  measures: ToldMeasure[];
  revisions: ToldRevision[];
  results: ToldResult[];
  log: ToldEntry[];
}
