import type { Area } from '../domain/areas.ts';
import type { MeasureKind } from '../domain/codes/measure-kinds.ts';
import type { EntryKind } from '../domain/records/entry.ts';
import type { MeasureStatus } from '../domain/records/measure.ts';
import type { Role } from '../domain/roles.ts';

const area: Record<Area, string> = {
  language: 'Språk',
  education: 'Skole og utdanning',
  work: 'Arbeid',
  transport: 'Transport',
  network: 'Nettverk',
  health: 'Helse',
};

const status: Record<MeasureStatus, string> = {
  suggested: 'Forslag',
  planned: 'Planlagt',
  ongoing: 'I gang',
  done: 'Ferdig',
  ended: 'Avsluttet',
};

const entryKind: Record<EntryKind, string> = {
  note: 'Notat',
  conversation: 'Samtale',
  visit: 'Besøk',
  attendance: 'Oppmøte',
  language: 'Språk',
  plan: 'Plan',
};

const measureKind: Record<MeasureKind, string> = {
  NORSK: 'Norskopplæring',
  GRUNN_LESESKRIVE: 'Grunnleggende lesing og skriving',
  SAMF: 'Samfunnskunnskap',
  LIVSM_MHM: 'Livsmestring: mangfold og helse',
  LIVSM_KARR: 'Livsmestring: karriere',
  FORELDRE_GR: 'Foreldreveiledning i gruppe',
  FORELDRE_IND: 'Foreldreveiledning alene',
  PRAKSIS: 'Praksis',
  SPRAKPRAKSIS: 'Språkpraksis',
  JOBBSMAK: 'Jobbsmak',
  DELTIDSARBEID: 'Deltidsarbeid',
  BRANSJEKURS: 'Bransjekurs',
  HURTIGSPOR: 'Hurtigspor',
  NAV_AVKLARING: 'Nav: avklaring',
  NAV_ARBEIDSTRENING: 'Nav: arbeidstrening',
  NAV_OPPFOLGING: 'Nav: oppfølging',
  NAV_OPPLAERING: 'Nav: opplæring',
  NAV_LONNSTILSKUDD: 'Nav: lønnstilskudd',
  NAV_AFT: 'Nav: arbeidsforberedende trening',
  JOBBSOKERKURS: 'Jobbsøkerkurs',
  DIGITAL_KOMP: 'Digital kompetanse',
  FOV: 'Forberedende opplæring for voksne',
  VGS_FAG: 'Fag i videregående',
  VGS_LINJE: 'Videregående utdanning',
  LAERE: 'Læretid',
  FORKURS_HOYERE: 'Forkurs til høyere utdanning',
  REALKOMP: 'Realkompetansevurdering',
  GODKJENNING: 'Godkjenning av utdanning',
  KARRIEREVEIL: 'Karriereveiledning',
  MENTOR: 'Mentor',
  ETABLERER: 'Etablererhjelp',
  HELSE: 'Helsefremmende tiltak',
  SOSIALT: 'Sosialt nettverk og fritid',
  EGENSTUDIER: 'Egenstudier',
  OMSORGSPERM_TILBUD: 'Tilbud i omsorgspermisjon',
  ANNET: 'Annet',
};

const role: Record<Role, string> = {
  adviser: 'programrådgiver',
  leader: 'leder',
  teacher: 'lærer',
  nav: 'Nav-veileder',
  health: 'helsekontakt',
  volunteer: 'frivilligkoordinator',
  school: 'skole og barnehage',
  county: 'fylkeskommunen',
  admin: 'administrator',
};

/** What kinds of records are called, as the object of a sentence. */
const recordType: Record<string, string> = {
  person: 'Personen',
  contact: 'Kontaktopplysningene',
  location: 'Stedet',
  householdLink: 'Familien',
  plan: 'Planen',
  languageTarget: 'Norskmålet',
  goal: 'Målet',
  measure: 'Tiltaket',
  entry: 'Notatet',
  result: 'Språkresultatet',
};

/** What kinds of records are called in a list. */
const recordKind: Record<string, string> = {
  person: 'Person',
  contact: 'Kontaktopplysninger',
  location: 'Sted',
  householdLink: 'Familie',
  plan: 'Plan',
  languageTarget: 'Norskmål',
  goal: 'Mål',
  measure: 'Tiltak',
  entry: 'Notat',
  result: 'Språkresultat',
};

/** What fields are called where they stand alone. */
const field: Record<string, string> = {
  text: 'Målet',
  dueOn: 'Datoen for målet',
  longTermGoal: 'Det langsiktige målet',
  title: 'Navnet på tiltaket',
  kind: 'Slags tiltak',
  status: 'Statusen',
  hoursPerWeek: 'Timer per uke',
  period: 'Perioden',
  endedBecause: 'Grunnen til avslutning',
  goal: 'Målet tiltaket hører til',
  location: 'Stedet',
  partner: 'Samarbeidsparten',
  place: 'Stedet',
  deleted: 'Fjerningen',
  responsible: 'Ansvarlig',
  interpreter: 'Tolkebehovet',
  givenNames: 'Fornavnet',
  familyName: 'Etternavnet',
  calledName: 'Kallenavnet',
  pronunciation: 'Uttalen',
  birth: 'Fødselsdatoen',
  reading: 'Norskmålet i lesing',
  listening: 'Norskmålet i lytting',
  writing: 'Norskmålet i skriving',
  speaking: 'Norskmålet i muntlig',
  endGoal: 'Sluttmålet',
  area: 'Området',
  phone: 'Telefonnummeret',
  email: 'E-postadressen',
  safeChannel: 'Den trygge måten å nå personen på',
  addressProtection: 'Graderingen av adressen',
  reference: 'Saksnummeret',
  name: 'Navnet',
  relation: 'Slektskapet',
  member: 'Hvem det er',
  school: 'Skolen',
  permit: 'Oppholdstillatelsen',
  education: 'Utdanningen',
  settledOn: 'Bosettingsdatoen',
  programmeOfferedOn: 'Datoen programmet ble tilbudt',
  programmeStartedOn: 'Startdatoen for programmet',
  programmeEndedOn: 'Sluttdatoen for programmet',
  trainingOfferedOn: 'Datoen opplæringen ble tilbudt',
  endReason: 'Grunnen til at programmet sluttet',
  sharedId: 'Hvem som deler det',
};

/** The same on every device, whatever names its browser has; a language outside the list is named by the browser. */
const language: Record<string, string> = {
  uk: 'ukrainsk',
  ru: 'russisk',
  ar: 'arabisk',
  ti: 'tigrinja',
  so: 'somali',
  prs: 'dari',
  fa: 'persisk',
  ps: 'pashto',
  kmr: 'kurmanji',
  ckb: 'sorani',
  sw: 'swahili',
  rw: 'kinyarwanda',
  rn: 'kirundi',
  fr: 'fransk',
  am: 'amharisk',
  om: 'oromo',
  tr: 'tyrkisk',
  ur: 'urdu',
  my: 'burmesisk',
  rhg: 'rohingya',
  nus: 'nuer',
  ksw: 'karensk (sgaw)',
  es: 'spansk',
  en: 'engelsk',
  pl: 'polsk',
  nsl: 'norsk tegnspråk',
};

/** What a field is called inside a sentence. */
const fieldInSentence = (name: string) => (field[name] ?? name).toLowerCase();

/** Labels of what the law and the records write as codes. */
export const codes = {
  area,
  status,
  entryKind,
  measureKind,
  role,
  recordType,
  recordKind,
  field,
  fieldInSentence,
  language,
};
