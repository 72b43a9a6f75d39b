import { type Skill, skills, targetLevels } from '../../../src/domain/codes/cefr.ts';
import { addDays } from '../../../src/domain/dates.ts';
import type { Levels, ToldResult } from '../story.ts';
import { LAST_DAY, type Sketch } from './sketch.ts';

const EVERY = 120;
const ladder = ['below A1', ...targetLevels.slice(0, 4)] as const;

/** Norwegian over time: a result in each skill every fourth month, speech a step ahead of writing. */
export function resultsOf({ chance, startedOn, schooled, around, isUnderWay }: Sketch): ToldResult[] {
  if (!isUnderWay) return [];
  const by = around.includes('jonas') ? 'jonas' : 'per';
  const pace = schooled ? 0.9 : 0.5;
  const ahead: Record<Skill, number> = { reading: 0.3, listening: 0.5, writing: 0, speaking: 0.7 };
  const results: ToldResult[] = [];
  for (let step = 0; ; step++) {
    const on = addDays(startedOn, 20 + step * EVERY + chance.upTo(9));
    if (on >= LAST_DAY) return results;
    const levels: Levels = {};
    for (const skill of skills) {
      levels[skill] = ladder[Math.min(ladder.length - 1, Math.floor(step * pace + ahead[skill]))]!;
    }
    results.push([on, by, step % 3 === 2 ? 'test' : 'teacher', levels]);
  }
}
