import type { Area } from '../../../src/domain/areas.ts';
import { addDays, addMonths } from '../../../src/domain/dates.ts';
import type { ToldGoal, ToldMeasure, ToldRevision } from '../story.ts';
import { type Offer, offers } from './aims.ts';
import { clipped, LAST_DAY, type Sketch } from './sketch.ts';

const MOST_OFFERS = 6;

/** The training everyone has, and the more of what Granvik offers the longer someone has been here. */
export function measuresOf(sketch: Sketch, goals: ToldGoal[]): ToldMeasure[] {
  const { chance, days, around } = sketch;
  const first = goals[0]?.on ?? LAST_DAY;
  const goalIn = (area: Area): string | undefined => goals.find((goal) => goal.area === area)?.key;
  const allowed = offers.filter(({ area }) => area !== 'health' || around.includes('anne'));
  const chosen = chance.some(allowed, Math.min(MOST_OFFERS, 1 + Math.floor(days / 90)));
  return [
    ...training(sketch, first),
    ...chosen.map((offer, index) => {
      const on = clipped(addDays(first, 20 + index * chance.from(20, 50)));
      return taken(offer, index, on, goalIn(offer.area));
    }),
  ];
}

function training({ chance, startedOn, schooled, background }: Sketch, on: string): ToldMeasure[] {
  const shared = { on, status: 'planned', partner: 'Granvik voksenopplæring' } as const;
  const isDisplaced = background.permits.includes('E_KOLLEKTIV');
  const norwegian: ToldMeasure = {
    ...shared,
    key: 'norsk',
    area: 'language',
    goal: 'mal-language',
    kind: 'NORSK',
    title: 'Norskopplæring',
    hours: chance.pick([12, 15, 18]),
    from: startedOn,
    to: addMonths(startedOn, isDisplaced ? 12 : schooled ? 18 : 36),
  };
  const social: ToldMeasure = {
    ...shared,
    key: 'samfunn',
    area: 'education',
    kind: 'SAMF',
    title: 'Samfunnskunnskap, 75 timer',
    hours: 5,
    from: addMonths(startedOn, 2),
    to: addMonths(startedOn, 8),
  };
  return isDisplaced ? [norwegian] : [norwegian, social];
}

function taken(
  { area, kind, title, hours, partner, place }: Offer,
  index: number,
  on: string,
  goal?: string,
): ToldMeasure {
  return {
    ...(area === 'health' ? { by: 'anne' } : {}),
    key: `tiltak-${index}`,
    on,
    area,
    kind,
    title,
    status: on === LAST_DAY ? 'suggested' : 'planned',
    from: addDays(on, 14),
    goal,
    partner,
    place,
    ...(hours > 0 ? { hours, to: addMonths(on, 6) } : {}),
  };
}

const endings = [
  'Passet ikke sammen med kurset.',
  'Tilbudet ble lagt ned.',
  'Fikk jobb i stedet.',
  'Ville heller prøve noe annet.',
];

/** What became of a measure: it began, and by now it is going on, done, or ended for a reason. */
export function courseOf({ chance }: Sketch, { key, by, kind, from, to, status }: ToldMeasure): ToldRevision[] {
  if (status === 'suggested' || !from || from >= LAST_DAY) return [];
  const later = (on: string, fields: ToldRevision['fields']): ToldRevision => ({
    ...(by ? { by } : {}),
    on,
    of: key,
    fields,
  });
  const begun = later(from, { status: 'ongoing' });
  if (!to) return [begun];
  if (to < LAST_DAY) return [begun, later(to, { status: 'done' })];
  const on = clipped(addDays(from, chance.from(10, 60)));
  if (kind !== 'NORSK' && kind !== 'SAMF' && chance.upTo(6) === 0) {
    return [begun, later(on, { status: 'ended', endedBecause: chance.pick(endings) })];
  }
  return chance.upTo(3) === 0 ? [begun, later(on, { hoursPerWeek: chance.pick([8, 10, 16, 20]) })] : [begun];
}
