import type { ToldMeasure, ToldMember } from '../story.ts';

export const home = 'Skogveien 12, Granvik';

/** One child is one link in each parent's case, with one shared id. */
export const children: ToldMember[] = [
  {
    relation: 'child',
    name: 'Omar',
    shared: 'omar',
    birth: { date: '2012-04-02', certainty: 'certain' },
    school: 'Granvik ungdomsskole, 9. trinn',
  },
  {
    relation: 'child',
    name: 'Lana',
    shared: 'lana',
    birth: { date: '2015-08-19', certainty: 'certain' },
    school: 'Bekken skole, 6. trinn',
  },
  {
    relation: 'child',
    name: 'Sami',
    shared: 'sami',
    birth: { date: '2023-01-30', certainty: 'certain' },
    school: 'Solbakken barnehage',
  },
];

/** A measure both take part in is one record in each case, with one shared id. */
export const parentalGuidance: ToldMeasure = {
  key: 'foreldre',
  on: '2026-09-16',
  area: 'network',
  kind: 'FORELDRE_GR',
  title: 'Foreldreveiledning i gruppe, ti møter',
  hours: 2,
  from: '2026-10-07',
  to: '2026-12-16',
  status: 'planned',
  partner: 'Granvik helsestasjon',
  place: 'Onsdager kl. 13',
  shared: 'foreldreveiledning-a',
};

export const socialStudies: Omit<ToldMeasure, 'key'> = {
  on: '2026-01-28',
  area: 'education',
  kind: 'SAMF',
  title: 'Samfunnskunnskap på arabisk, 75 timer',
  hours: 5,
  from: '2026-08-24',
  to: '2027-01-22',
  status: 'planned',
  partner: 'Granvik voksenopplæring',
};
