import type { Area } from '../../domain/areas.ts';
import { areaSchema } from '../../domain/areas.ts';
import type { Id } from '../../domain/record.ts';

/** Every place in the app. A path holds random ids and never a name. */
export type Route =
  | { at: 'people' }
  | { at: 'person'; id: Id; tab: 'plan'; measure: OpenMeasure | null }
  | { at: 'person'; id: Id; tab: 'log' }
  | { at: 'sending' }
  | { at: 'unknown' };

/** A measure in its own pane: one that exists, or a new one with what it begins from. */
export interface OpenMeasure {
  id: Id;
  newIn: { area: Area; goal: Id | null } | null;
}

/** Which place a path, with its query, leads to. */
export function routeOf(path: string, query: Record<string, string>): Route {
  const [place, id, tab, item, rest] = path.split('/').filter(Boolean);
  if (place === undefined) return { at: 'people' };
  if (place === 'sending' && id === undefined) return { at: 'sending' };
  if (place !== 'personer') return { at: 'unknown' };
  if (id === undefined) return { at: 'people' };
  if (tab === undefined) return { at: 'person', id, tab: 'plan', measure: null };
  if (tab === 'logg' && item === undefined) return { at: 'person', id, tab: 'log' };
  if (tab !== 'tiltak' || item === undefined || rest !== undefined) return { at: 'unknown' };
  const area = areaSchema.safeParse(query.omrade).data;
  const newIn = area ? { area, goal: query.mal ?? null } : null;
  return { at: 'person', id, tab: 'plan', measure: { id: item, newIn } };
}

export const pathTo = {
  people: () => '/personer',
  sending: () => '/sending',
  plan: (person: Id) => `/personer/${person}`,
  log: (person: Id) => `/personer/${person}/logg`,
  measure: (person: Id, measure: Id) => `/personer/${person}/tiltak/${measure}`,
  newMeasure: (person: Id, measure: Id, area: Area, goal: Id | null) =>
    `/personer/${person}/tiltak/${measure}?omrade=${area}${goal ? `&mal=${goal}` : ''}`,
};
