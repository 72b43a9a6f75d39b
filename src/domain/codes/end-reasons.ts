import * as z from 'zod/mini';

/** A participant's main activity when the programme ends. */
export const endReasons = [
  'ARBEID_HELTID',
  'ARBEID_DELTID',
  'EGEN_VIRKSOMHET',
  'VGS',
  'FAGSKOLE_HOYERE',
  'GRUNNSKOLE_FOV',
  'NAV_TILTAK',
  'KVP',
  'ANNEN_KVALIFISERING',
  'ARBEIDSSOKER',
  'SOSIALHJELP',
  'HELSE_TRYGD',
  'HJEMMEVAERENDE_OMSORG',
  'FLYTTET_KOMMUNE',
  'UTREIST',
  'DODSFALL',
  'AVBRUTT_AV_DELTAKER',
  'STANSET_AV_KOMMUNE',
  'UKJENT',
] as const;
export const endReasonSchema = z.enum(endReasons);
