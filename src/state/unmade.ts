import { type Area, areaSchema } from '../domain/areas.ts';
import type { Id } from '../domain/record.ts';
import type { Drafts } from './drafts.ts';
import type { Model } from './model.ts';

/** Something new that was begun and never made: what was typed is found again at its place. */
export interface Unmade {
  type: 'goal' | 'measure';
  id: Id;
  area: Area;
  goal: Id | null;
  /** What has been typed of what it is about. */
  text: string;
}

/** The goals and measures of a case that are only drafts. */
export function unmadeIn(model: Model, drafts: Drafts, file: Id): Unmade[] {
  const records = model.files.value.get(file)?.records;
  return [...drafts.all.value.values()].flatMap((draft) => {
    const [type, id] = draft.id.split(':');
    if (draft.file !== file || (type !== 'goal' && type !== 'measure') || !id || records?.has(id)) return [];
    const creation = draft.text.creation as { area?: unknown; goal?: unknown } | undefined;
    const area = areaSchema.safeParse(creation?.area).data;
    if (!area) return [];
    const goal = typeof creation?.goal === 'string' ? creation.goal : null;
    return [{ type, id, area, goal, text: typeof draft.text.text === 'string' ? draft.text.text : '' }];
  });
}
