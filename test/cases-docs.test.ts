import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cases } from '../server/demo/cases/cases.ts';
import { addMonths } from '../src/domain/dates.ts';

const page = await readFile(new URL('../docs/cases.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| DEMO-'))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );

/** The fields of a plan as they come to stand in the demo. */
function planOf(reference: string): Record<string, unknown> {
  const story = cases.find((each) => each.reference === reference)!;
  const revised = story.revisions.filter(({ of }) => of === 'plan').map(({ fields }) => fields);
  return Object.assign({}, story.plan?.fields, ...revised);
}

test('every case of the demo is documented, and no other', () => {
  expect(rows.map(([reference]) => reference)).toEqual(cases.map(({ reference }) => reference));
});

describe.each(rows)('%s', (reference = '', permit, endGoal, settled = '', offered = '', decision, ends, hours) => {
  const plan = planOf(reference);

  test('has the dates and codes of the demo', () => {
    expect([plan.permit, plan.endGoal, plan.programmeOfferedOn, plan.trainingOfferedOn]).toEqual([
      permit,
      endGoal,
      offered,
      offered,
    ]);
    if (!settled.startsWith('claim')) expect(plan.settledOn).toBe(settled);
  });

  test('has deadlines that follow from them', () => {
    const most: Record<string, number> = { ARB_VGS: 12, ARB_UTEN_VGS: 24, VGS_FULL: 48, FAGBREV: 60 };
    const until: Record<string, number> = { ARB_VGS: 3, ARB_UTEN_VGS: 6 };
    expect(ends).toBe(addMonths(offered, most[String(endGoal)]!));
    expect(hours).toBe(until[String(endGoal)] ? addMonths(offered, until[String(endGoal)]!) : 'none');
    if (decision !== 'none') expect(decision).toBe(addMonths(settled.replace('claim ', ''), 3));
  });
});
