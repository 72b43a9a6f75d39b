import { cases } from '../../server/demo/cases/cases.ts';
import { crowd } from '../../server/demo/crowd/crowd.ts';
import type { Story } from '../../server/demo/story.ts';
import { fileOf } from '../../server/demo/telling.ts';
import { displayName } from '../../src/domain/names.ts';

/** People of the demo municipality who make good pictures. */

const stories: readonly Story[] = [...cases, ...crowd()];

function first(what: string, fits: (story: Story) => boolean): { id: string; name: string } {
  const story = stories.find(fits);
  if (!story) throw new Error(`The demo municipality has nobody ${what}.`);
  return { id: fileOf(story.reference), name: displayName(story.names) };
}

export const shown = {
  /** A long history, and a field that two have changed. */
  full: first('with the reference DEMO-001', ({ reference }) => reference === 'DEMO-001'),
  /** Settled so lately that nothing is planned or written. */
  empty: first('without a plan', ({ goals, measures }) => goals.length + measures.length === 0),
  rightToLeft: first(
    'with a name in Arabic script',
    ({ names, goals }) => /[\u0600-\u06ff]/.test(names.familyName) && goals.length > 0,
  ),
};
