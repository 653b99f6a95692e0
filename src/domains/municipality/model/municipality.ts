import type { TextLanguage } from '#values/language.ts'
import type { OpenDataSettings } from './open-data.ts'

export const kinds = ['county', 'city', 'municipality'] as const
export type Kind = (typeof kinds)[number]

/** The federal states by the letters that offices use for them. */
export const federalStates = [
  ...['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV'],
  ...['NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'],
] as readonly string[] as readonly FederalState[]
export type FederalState =
  'BW' | 'BY' | 'BE' | 'BB' | 'HB' | 'HH' | 'HE' | 'MV' | 'NI' | 'NW' | 'RP' | 'SL' | 'SN' | 'ST' | 'SH' | 'TH'

const kindWords: Record<Kind, RegExp> = {
  county: /^(land)?kreis +/i,
  city: /^(landeshaupt|universitäts|kreisfreie +)?stadt +/i,
  municipality: /^gemeinde +/i,
}
/** "Landkreis Lörrach" → "Lörrach": the word for the kind is a word of the house and stands before it anyway. */
export const properName = (name: string, kind: Kind): string => name.replace(kindWords[kind], '') || name

/** Languages besides German that a municipality can offer. */
export const offeredLanguages = [
  'en',
  'ar',
  'tr',
  'uk',
  'de-x-einfach',
  'de-x-leicht',
] as const satisfies TextLanguage[]

/** What a municipality has set about itself: the part of its row that rules and forms look at. */
export interface Settings extends OpenDataSettings {
  name: string
  kind: Kind
  federalState: string
  languages: readonly string[]
  words: unknown
  colour: string | null
  colourDark: string | null
  logoFileId: number | null
  logoAlt: string | null
  address: unknown
  imprint: unknown
  privacy: unknown
  accessibility: unknown
  legalSettings: unknown
  approvalRequired: boolean
  secondFactorRequired: boolean
}

export type MunicipalityState = 'open' | 'closed' | 'example'
export const stateOf = ({ isOpen, isDemo, isExample }: { isOpen: boolean; isDemo: boolean; isExample: boolean }) =>
  isDemo || isExample ? 'example' : isOpen ? 'open' : 'closed'
