import * as z from 'zod/mini';
import type { Compartment } from './record.ts';

/** The six parts of every plan, in the order they are shown. The long-term goal stands above them. */
export const areas = ['language', 'education', 'work', 'transport', 'network', 'health'] as const;
export const areaSchema = z.enum(areas);
export type Area = z.infer<typeof areaSchema>;

const compartmentByArea = {
  language: 'language',
  education: 'plan',
  work: 'work',
  transport: 'plan',
  network: 'plan',
  health: 'health',
} as const satisfies Record<Area, Compartment>;

/** Where a goal, measure or log entry of this area belongs; a log entry about no area in particular belongs to `plan`. */
export function compartmentOfArea(area: Area | null): Compartment {
  return area === null ? 'plan' : compartmentByArea[area];
}

/** The compartments a record that has an area may be made in. */
export const compartmentsWithAreas: readonly Compartment[] = [...new Set(Object.values(compartmentByArea))];
