import type { Area } from '../../../src/domain/areas.ts';
import type { MeasureKind } from '../../../src/domain/codes/measure-kinds.ts';

export const longTermGoals = [
  'Ha fast arbeid og klare seg selv',
  'Arbeide som kokk',
  'Bli helsefagarbeider',
  'Bruke utdanningen sin i Norge',
  'Kjøre buss eller lastebil',
  'Arbeide i barnehage',
  'Starte eget skredderi',
  'Bli elektriker',
  'Arbeide som lærer igjen',
  'Arbeide på verksted og ha egen bil',
  'Ta fagbrev i logistikk',
  'Bli tannlegesekretær',
  'Arbeide ute, gjerne med dyr eller skog',
  'Kunne norsk godt nok til å studere',
];

export const goalTexts: Record<Area, string[]> = {
  language: [
    'A2 i alle ferdigheter',
    'B1 muntlig innen sommeren',
    'B1 skriftlig og B2 muntlig',
    'Snakke med lege og skole uten tolk',
    'Lese og skrive korte beskjeder',
  ],
  education: [
    'Få utdanningen godkjent',
    'Fullføre grunnskolen',
    'Begynne på videregående til høsten',
    'Bestå samfunnskunnskapsprøven',
  ],
  work: [
    'Få praksis der målet er jobb',
    'Finne ut hvilket yrke som passer',
    'Fast stilling, minst halv',
    'Få en norsk referanse',
    'Ta truckførerbevis',
  ],
  transport: ['Ta førerkort', 'Komme på kurs i tide hver dag', 'Lære å sykle trygt om vinteren'],
  network: [
    'Bli kjent med noen i nabolaget',
    'Være med på trening hver uke',
    'Ha én norsk venn å ringe',
    'Være frivillig et sted',
  ],
  health: ['Ha en uke som er til å holde ut', 'Faste pauser på kursdager'],
};

export interface Offer {
  area: Area;
  kind: MeasureKind;
  title: string;
  hours: number;
  partner: string;
  place?: string;
}

/** What there is to take part in, in Granvik and around. */
export const offers: Offer[] = [
  { area: 'work', kind: 'PRAKSIS', title: 'Praksis', hours: 15, partner: 'Granvik Bakeri', place: 'Torget 5' },
  { area: 'work', kind: 'PRAKSIS', title: 'Praksis', hours: 20, partner: 'Granvik sykehjem', place: 'Avdeling 2' },
  { area: 'work', kind: 'PRAKSIS', title: 'Praksis på lager', hours: 18, partner: 'Fjord Logistikk', place: 'Havna' },
  { area: 'work', kind: 'PRAKSIS', title: 'Praksis', hours: 15, partner: 'Granvik Trevare', place: 'Sagveien 3' },
  {
    area: 'work',
    kind: 'SPRAKPRAKSIS',
    title: 'Språkpraksis',
    hours: 8,
    partner: 'Bruktbutikken',
    place: 'Storgata 30',
  },
  { area: 'work', kind: 'SPRAKPRAKSIS', title: 'Språkpraksis', hours: 12, partner: 'Vårt Kjøkken', place: 'Torget 2' },
  { area: 'work', kind: 'BRANSJEKURS', title: 'Truckførerkurs', hours: 15, partner: 'Byggskolen Granvik' },
  { area: 'work', kind: 'BRANSJEKURS', title: 'Kurs i renhold', hours: 10, partner: 'Granvik Eiendom' },
  { area: 'work', kind: 'NAV_ARBEIDSTRENING', title: 'Arbeidstrening', hours: 20, partner: 'Nav Granvik' },
  { area: 'work', kind: 'JOBBSOKERKURS', title: 'Jobbsøkerkurs', hours: 6, partner: 'Nav Granvik' },
  { area: 'education', kind: 'FOV', title: 'Grunnskole for voksne', hours: 15, partner: 'Granvik voksenopplæring' },
  { area: 'education', kind: 'DIGITAL_KOMP', title: 'Datakurs', hours: 3, partner: 'Granvik bibliotek' },
  { area: 'education', kind: 'REALKOMP', title: 'Realkompetansevurdering', hours: 0, partner: 'Fylkeskommunen' },
  { area: 'education', kind: 'GODKJENNING', title: 'Godkjenning av utdanning', hours: 0, partner: 'HK-dir' },
  { area: 'transport', kind: 'ANNET', title: 'Sykkel fra utstyrsbua', hours: 0, partner: 'Frivilligsentralen' },
  { area: 'transport', kind: 'ANNET', title: 'Teorigruppe til førerkort', hours: 2, partner: 'Granvik trafikkskole' },
  {
    area: 'network',
    kind: 'SOSIALT',
    title: 'Språkkafé',
    hours: 2,
    partner: 'Frivilligsentralen',
    place: 'Tirsdager kl. 16',
  },
  {
    area: 'network',
    kind: 'SOSIALT',
    title: 'Volleyball',
    hours: 2,
    partner: 'Granvik idrettslag',
    place: 'Granvikhallen',
  },
  { area: 'network', kind: 'SOSIALT', title: 'Flyktningguide', hours: 1, partner: 'Røde Kors' },
  { area: 'network', kind: 'MENTOR', title: 'Mentor', hours: 1, partner: 'Granvik næringsforening' },
  { area: 'health', kind: 'HELSE', title: 'Tilrettelagt timeplan', hours: 0, partner: '' },
];
