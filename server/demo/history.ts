import { cases } from './cases/cases.ts';
import { chronicle, type DemoEvent } from './chronicle.ts';
import { crowd } from './crowd/crowd.ts';
import { demoId } from './ids.ts';
import { type DemoStaff, type StaffKey, staff } from './staff.ts';
import type { Story } from './story.ts';
import { fileOf, tell } from './telling.ts';
import { momentOn } from './working-hours.ts';

/** The day it is in the demo unless another is asked for: what has happened lies before it. */
export const DEMO_TODAY = '2026-11-16';

const stories: readonly Story[] = [...cases, ...crowd()];

export const demoStaff: readonly DemoStaff[] = Object.values(staff);

/** The first adviser is granted everyone; the others those they follow. The leader reads online, and has no case granted to keep. */
export const demoGrants: readonly { file: string; person: string }[] = stories.flatMap((story) => {
  const people = new Set<StaffKey>(['ingrid', story.responsible, ...story.around]);
  return [...people].map((key) => ({ file: fileOf(story.reference), person: staff[key].id }));
});

/**
 * Everything that was written before `today` (an ISO day), in the order the municipality received it.
 * The same at every call: ids, times and texts follow from names, not from chance.
 */
export function demoHistory(today: string): DemoEvent[] {
  const before = momentOn(today, 0);
  return stories
    .flatMap((story) => {
      let changes = 0;
      return chronicle(tell(story), () => demoId(`${story.reference}/change/${changes++}`));
    })
    .filter(({ at }) => at < before)
    .sort((a, b) => a.at - b.at);
}
