import type { Area } from '../../../src/domain/areas.ts';
import type { EntryKind } from '../../../src/domain/records/entry.ts';

/** What advisers, teachers and others write in a log, in words that fit anyone; {n} stands for the person's name. */
export interface Phrase {
  kind: EntryKind;
  area: Area | null;
  text: string;
}

const of = (kind: EntryKind, area: Area | null, texts: string[]): Phrase[] =>
  texts.map((text) => ({ kind, area, text }));

/** The weeks before the programme begins, in the order they come; one of each. */
export const arrivalSteps: Phrase[][] = [
  of('conversation', null, [
    'Første samtale med tolk. {n} vil vite mest om skole, arbeid og hvor lenge det tar å lære norsk.',
    'Første samtale over skjerm, med tolk. {n} viste frem barndomshjemmet på et bilde.',
  ]),
  of('visit', null, [
    'Tok imot {n} på stasjonen. Leiligheten var varm, og det sto blomster på bordet fra naboen.',
    'Nøkler overlevert. {n} gikk fra rom til rom og åpnet alle vinduene.',
    'Hjemme hos {n}. Det mangler gardiner og en vinterjakke, ellers er alt på plass.',
  ]),
  of('visit', null, [
    'Første hjemmebesøk. Vi gikk gjennom strøm, søppelsortering og hvem man ringer når noe går i stykker.',
    'Tur i sentrum sammen: bibliotek, Nav, voksenopplæringen og den gode bakeren.',
  ]),
  of('note', null, [
    'Bank, fastlege og bussapp er ordnet.',
    'Brev fra Skatteetaten er lest sammen. Skattekortet er bestilt.',
  ]),
  of('conversation', null, [
    'Kompetansekartlegging er gjennomført. {n} har mer erfaring enn det papirene viser.',
    'Kompetansekartlegging, første del. Vi fortsetter om skolegang neste gang.',
  ]),
  of('conversation', null, [
    'Samtale om rettigheter og plikter i introduksjonsprogrammet. {n} stilte gode spørsmål.',
    'Møte med karriereveileder. {n} fikk med seg en anbefaling.',
  ]),
  of('note', null, ['Plass på norskkurs er bekreftet.', 'Timeplan for de første ukene er gitt i hånden.']),
];

export const languagePhrases: Phrase[] = of('language', 'language', [
  'Kommer alltid først og setter frem stolene. Ordforrådet vokser for hver uke.',
  'Forstår det meste når vi snakker rolig. Trenger å øve på å svare i hele setninger.',
  'Leste høyt for gruppen i dag. Uttalen er tydelig.',
  'Skriver korte meldinger på telefonen på norsk nå. Det hjelper mer enn oppgaver.',
  'Ordstilling er det vanskeligste. Vi øver med kort på bordet.',
  'Stor fremgang muntlig siden sist. Tør å spørre når noe er uklart.',
  'Fikk en ny praksisvenn i klassen, og de snakker bare norsk i pausen.',
  'Bokstavene sitter. Nå handler det om å lese uten å stave.',
  'Lyttingen henger etter. Hører på nyheter for nybegynnere ti minutter hver dag.',
  'Holdt en liten presentasjon om hjembyen sin. Hele klassen spurte og grov.',
  'Verb i fortid kommer nå av seg selv i samtale, men ikke på papiret ennå.',
  'Vil gjerne ha mer grammatikk. Har fått et eget hefte.',
  'Samtale om nivå: {n} er enig i at det er for tidlig med norskprøve i vinter.',
  'Meldt på to delprøver til våren etter samtale.',
]);

export const attendancePhrases: Phrase[] = of('attendance', 'language', [
  'Til stede hver dag denne måneden.',
  'Egenmelding tre dager.',
  'Én dag velferdspermisjon, avtalt på forhånd.',
  'Kommer ofte ti minutter sent. Bussen er ikke til å stole på, så det er avtalt ny starttid.',
]);

export const workPhrases: Phrase[] = [
  ...of('conversation', 'work', [
    'Samtale om arbeid: {n} vil helst bruke hendene, og helst ute.',
    'Møte med arbeidsgiver. De er positive til praksis og vil møte {n} først over en kopp kaffe.',
    'Oppfølging på praksisplassen. Møter presist, tar initiativ og spør når noe er uklart.',
    'Gikk gjennom CV-en sammen. Vi skrev om uformell erfaring slik at den synes.',
    'Karriereveiledning: to yrker er aktuelle. Neste gang ser vi på hva de krever av norsk.',
    'Arbeidsgiver melder at språket i lunsjen er vanskeligere enn språket på jobb. Det er helt vanlig.',
  ]),
  ...of('note', 'work', [
    'Prøvde en dag på lageret. Fint, men ikke det som er målet.',
    'Sikkerhetskurset er bestått. Beviset er lastet opp til arbeidsgiver.',
    'Fikk ros av en kunde i dag. Sjefen ringte for å fortelle det.',
  ]),
];

export const educationPhrases: Phrase[] = of('note', 'education', [
  'Vitnemål er sendt til oversettelse.',
  'Følger grunnleggende matematikk ved siden av norsken. Liker det godt.',
  'Livsmestring er gjennomført. Temaet om stress var det som ble snakket mest om.',
  'Halvveis i samfunnskunnskap. Mange spørsmål om valg og stemmerett.',
  'Realkompetansevurdering er bestilt hos fylkeskommunen.',
  'Besøkte videregående sammen. Rådgiveren viste rundt i verkstedet.',
]);

export const transportPhrases: Phrase[] = of('conversation', 'transport', [
  'Bussen går ikke før kurset begynner om morgenen. Vi ser på samkjøring med to fra samme gruppe.',
  'Har fått brukt sykkel fra utstyrsbua. Hjelm og lys er på plass.',
  'Øver til teoriprøven med en app. Vil ta den til våren.',
  'Kvelder og helger uten buss gjør det vanskelig å ta ekstravakter.',
]);

export const networkPhrases: Phrase[] = of('conversation', 'network', [
  'Har vært på språkkafeen tre ganger og fått telefonnummeret til en der.',
  'Savner noen å snakke med om kvelden. Vi ser på flyktningguide.',
  'Hjelper til på Frivilligsentralen og sier at det er ukas beste dag.',
  'Spiller volleyball i hallen på onsdager.',
  'Naboen har invitert på kaffe. {n} bakte kake til.',
  'Ble med på dugnad i borettslaget og kjenner nå alle i oppgangen.',
  'Ønsker seg et sted å be fredag. Avtalt med kurset.',
]);

/** In the order they come. */
export const planPhrases: Phrase[] = [
  ...of('plan', null, ['Planen er laget sammen med {n} og gitt på eget språk. Klageadgangen er forklart.']),
  ...of('note', null, ['Brev om ny time er gitt i hånden.']),
  ...of('plan', null, ['Gjennomgang etter tre måneder. {n} er fornøyd med kurset og vil ha mer arbeid.']),
  ...of('conversation', null, [
    'Kort samtale på gangen. Alt går bra.',
    '{n} kom innom med et brev. Vi leste det sammen.',
  ]),
  ...of('plan', null, ['Gjennomgang etter seks måneder. Vi er enige om hva som er neste steg.']),
  ...of('conversation', null, [
    'Samtale om økonomi. Budsjettet holder, så vidt.',
    'Snakket om ferie og når det passer.',
  ]),
  ...of('plan', null, [
    'Samarbeidsmøte med skolen. {n} var med og sa hva som er viktigst.',
    'Gjennomgang av planen. Målene står, men rekkefølgen er endret.',
  ]),
  ...of('note', null, ['Ringte og minnet om møtet på torsdag.']),
];

/** For those who have children. */
export const familyPhrases: Phrase[] = [
  ...of('conversation', 'transport', ['Barnehagen ligger én vei og kurset en annen. Starttiden er flyttet til 08.45.']),
  ...of('conversation', 'network', [
    'Barna har fått venner, og da kommer foreldrene etter.',
    'Foreldremøte på skolen, med tolk. {n} tok ordet selv.',
  ]),
  ...of('note', null, ['Barnehageplass er bekreftet.', 'Sykt barn to dager. Meldt fra begge dagene.']),
  ...of('language', 'language', ['Leser barnebøker hjemme sammen med barna. Det merkes.']),
];

export const healthPhrases: Phrase[] = of('note', 'health', [
  'Trenger å sitte nær tavla.',
  'Trenger pause midt i økten. Avtalt med læreren.',
  'Torsdager før lunsj holdes fri.',
  'Skal ikke løfte tungt på praksisplassen.',
]);
