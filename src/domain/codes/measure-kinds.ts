import * as z from 'zod/mini';

/**
 * What a participant may take part in. `workOriented` marks those that count towards the 15 hours a week of a programme
 * that qualifies for work (integreringsloven § 14 a(3)–(4)); language practice counts only where it is at a workplace.
 */
const kinds = {
  NORSK: { workOriented: false },
  GRUNN_LESESKRIVE: { workOriented: false },
  SAMF: { workOriented: false },
  LIVSM_MHM: { workOriented: false },
  LIVSM_KARR: { workOriented: false },
  FORELDRE_GR: { workOriented: false },
  FORELDRE_IND: { workOriented: false },
  PRAKSIS: { workOriented: true },
  SPRAKPRAKSIS: { workOriented: true },
  JOBBSMAK: { workOriented: true },
  DELTIDSARBEID: { workOriented: true },
  BRANSJEKURS: { workOriented: true },
  HURTIGSPOR: { workOriented: true },
  NAV_AVKLARING: { workOriented: true },
  NAV_ARBEIDSTRENING: { workOriented: true },
  NAV_OPPFOLGING: { workOriented: true },
  NAV_OPPLAERING: { workOriented: true },
  NAV_LONNSTILSKUDD: { workOriented: true },
  NAV_AFT: { workOriented: true },
  JOBBSOKERKURS: { workOriented: false },
  DIGITAL_KOMP: { workOriented: false },
  FOV: { workOriented: false },
  VGS_FAG: { workOriented: false },
  VGS_LINJE: { workOriented: false },
  LAERE: { workOriented: true },
  FORKURS_HOYERE: { workOriented: false },
  REALKOMP: { workOriented: false },
  GODKJENNING: { workOriented: false },
  KARRIEREVEIL: { workOriented: false },
  MENTOR: { workOriented: false },
  ETABLERER: { workOriented: false },
  HELSE: { workOriented: false },
  SOSIALT: { workOriented: false },
  EGENSTUDIER: { workOriented: false },
  OMSORGSPERM_TILBUD: { workOriented: false },
  ANNET: { workOriented: false },
} as const;

export type MeasureKind = keyof typeof kinds;
export const measureKinds = Object.keys(kinds) as MeasureKind[];
export const measureKindSchema = z.enum(measureKinds);

/** True where hours of this kind count towards the 15 hours. */
export function isWorkOriented(kind: MeasureKind): boolean {
  return kinds[kind].workOriented;
}
