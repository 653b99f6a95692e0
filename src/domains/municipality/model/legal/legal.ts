import type { WordMeaning } from '#platform/texts/house-words.ts'
import type { Kind } from '../municipality.ts'
import { badenWuerttemberg } from './baden-wuerttemberg.ts'
import { hessen } from './hessen.ts'
import { holidaysOf, nationalHolidays, type Holiday } from './holidays.ts'
import {
  checked,
  quorums,
  tieRules,
  unchecked,
  unknown,
  type Authority,
  type LegalProfile,
  type Quorum,
  type TieRule,
  type Valued,
} from './profile.ts'
import { rheinlandPfalz } from './rheinland-pfalz.ts'

const delivered: readonly LegalProfile[] = [badenWuerttemberg, rheinlandPfalz, hessen]
/** Is there a profile for this federal state, or only what holds everywhere? */
export const hasProfile = (state: string): boolean => delivered.some((profile) => profile.state === state)

const nothing = <T>(): Record<Kind, Valued<T>> => ({ county: unknown(), city: unknown(), municipality: unknown() })
/** Where no profile is delivered yet: only what holds everywhere. The municipality fills in the rest. */
const elsewhere: LegalProfile = {
  state: null,
  organs: nothing(),
  invitationDays: nothing(),
  bodyInvitationDays: unchecked(14, 'Gewohnheit, kein Gesetz'),
  minutesDays: unknown(),
  quorum: nothing(),
  tie: nothing(),
  migrantCouncil: nothing(),
  accessibilityEnforcement: unknown(),
  accessibilityMonitoring: unknown(),
  barrierAnswerDays: unchecked(30, 'BGG § 12b (Bund) als Vorbild'),
  dataProtection: unknown(),
  holidays: unchecked(nationalHolidays, 'Feiertagsgesetze der Länder'),
}

/** The profile of a federal state; for those without one, what holds everywhere. */
export const legalProfileOf = (state: string): LegalProfile =>
  delivered.find((profile) => profile.state === state) ?? elsewhere

/** An authority as lines of text: name, street, place, ways to reach it. Nothing known: ''. */
export function authorityLines({ value }: Valued<Authority>): string {
  if (value === null) return ''
  const place = [value.postcode, value.place].filter(Boolean).join(' ')
  return [value.name, value.street, place, value.phone, value.email, value.website].filter(Boolean).join('\n')
}

/** What the municipality has set against the profile: `{ invitationDays: 10 }`. Other keys are ignored. */
export interface LegalSettings {
  invitationDays: number | null
  bodyInvitationDays: number | null
  minutesDays: number | null
  barrierAnswerDays: number | null
  quorum: Quorum | null
  tie: TieRule | null
}
export const legalNumbers = ['invitationDays', 'bodyInvitationDays', 'minutesDays', 'barrierAnswerDays'] as const

export function legalSettingsOf({ legalSettings }: { legalSettings: unknown }): LegalSettings {
  const own = typeof legalSettings === 'object' && legalSettings !== null ? (legalSettings as LegalSettings) : null
  const days = (key: (typeof legalNumbers)[number]) => (Number.isInteger(own?.[key]) ? (own?.[key] ?? null) : null)
  return {
    invitationDays: days('invitationDays'),
    bodyInvitationDays: days('bodyInvitationDays'),
    minutesDays: days('minutesDays'),
    barrierAnswerDays: days('barrierAnswerDays'),
    quorum: quorums.find((quorum) => quorum === own?.quorum) ?? null,
    tie: tieRules.find((tie) => tie === own?.tie) ?? null,
  }
}

/** The source of a value that the municipality has set itself. */
export const ownSource = 'own'

/** The law as it holds here: the profile of the state for this kind of municipality, with its own settings over it. */
export function legalRulesOf(row: { federalState: string; kind: Kind; legalSettings: unknown }) {
  const profile = legalProfileOf(row.federalState)
  const own = legalSettingsOf(row)
  const over = <T>(value: T | null, otherwise: Valued<T>): Valued<T> =>
    value === null ? otherwise : checked(value, ownSource)
  return {
    organs: profile.organs[row.kind],
    invitationDays: over(own.invitationDays, profile.invitationDays[row.kind]),
    bodyInvitationDays: over(own.bodyInvitationDays, profile.bodyInvitationDays),
    minutesDays: over(own.minutesDays, profile.minutesDays),
    quorum: over(own.quorum, profile.quorum[row.kind]),
    tie: over(own.tie, profile.tie[row.kind]),
    migrantCouncil: profile.migrantCouncil[row.kind],
    accessibilityEnforcement: profile.accessibilityEnforcement,
    accessibilityMonitoring: profile.accessibilityMonitoring,
    barrierAnswerDays: over(own.barrierAnswerDays, profile.barrierAnswerDays),
    dataProtection: profile.dataProtection,
    holidays: profile.holidays,
  }
}
export type LegalRules = ReturnType<typeof legalRulesOf>

/** The public holidays of a federal state in one year. */
export const publicHolidaysOf = (state: string, year: number): Holiday[] =>
  holidaysOf(legalProfileOf(state).holidays.value ?? nationalHolidays, year)

/** The words that a new municipality starts with: what the law of its state calls its organs. */
export function firstWords(kind: Kind, state: string): Partial<Record<WordMeaning, string>> {
  const territory = { county: 'Landkreis', city: 'Stadt', municipality: 'Gemeinde' }[kind]
  const authority = {
    county: state === 'BW' || state === 'BY' ? 'Landratsamt' : 'Kreisverwaltung',
    city: 'Stadtverwaltung',
    municipality: 'Gemeindeverwaltung',
  }[kind]
  const council = { county: 'Kreistag', city: 'Stadtrat', municipality: 'Gemeinderat' }[kind]
  return { territory, administration: authority, council: legalProfileOf(state).organs[kind].value?.council ?? council }
}
