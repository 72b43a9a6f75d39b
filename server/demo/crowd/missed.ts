import type { Value } from '../../../src/domain/record.ts';
import type { Story } from '../story.ts';

const EVERY = 8;
const WRITTEN = '2026-11-11';
const MEANWHILE = '2026-11-12';
const ARRIVED = '2026-11-13';

/** What two advisers each made of the same field, neither knowing of the other. */
const disagreements: Record<string, { field: string; one: Value; other: Value }> = {
  'mal-language': { field: 'text', one: 'A2 i alle ferdigheter til påske', other: 'B1 muntlig først, så skriftlig' },
  norsk: { field: 'hoursPerWeek', one: 14, other: 20 },
  'mal-work': { field: 'dueOn', one: '2027-06-18', other: '2027-03-19' },
  contact: { field: 'phone', one: '000 00 901', other: '000 00 902' },
  plan: { field: 'longTermGoal', one: 'Fast arbeid innen to år', other: 'Fagbrev først, så arbeid' },
};

/** For every eighth person: the other adviser stood in without network, and what she wrote came in after it had been changed. */
export function missedRevision(story: Story, number: number): Story {
  if (number % EVERY !== 0) return story;
  const told = Object.keys(disagreements).filter((of) => isTold(story, of));
  const of = told[(number / EVERY) % told.length];
  const disagreement = of && disagreements[of];
  if (!disagreement) return story;
  const { field, one, other } = disagreement;
  const late = { on: WRITTEN, by: 'ingrid' as const, of, fields: { [field]: one }, arrives: ARRIVED };
  return { ...story, revisions: [...story.revisions, late, { on: MEANWHILE, of, fields: { [field]: other } }] };
}

function isTold({ contact, plan, goals, measures }: Story, key: string): boolean {
  if (key === 'contact') return contact !== undefined;
  if (key === 'plan') return plan !== undefined;
  return [...goals, ...measures].some((each) => each.key === key);
}
