import type { FederalState, Kind } from '../municipality.ts'
import type { HolidayKey } from './holidays.ts'

/**
 * A value of a legal profile. `checked`: somebody has read it in the source that is named. What is not checked is shown
 * as such: it is a start, not legal advice. `value` null: not known for this federal state.
 */
export interface Valued<T> {
  value: T | null
  checked: boolean
  /** Law and paragraph, or the office's own page. */
  source: string
}

export const quorums = ['HALF', 'MORE_THAN_HALF'] as const
/** HALF: at least half of all members must be present. MORE_THAN_HALF: of the number that the law gives. */
export type Quorum = (typeof quorums)[number]

export const tieRules = ['REJECTED', 'CHAIR_DECIDES'] as const
export type TieRule = (typeof tieRules)[number]

/** The organs as the law of the state calls them. Proper names: they stay German in every language. */
export interface Organs {
  council: string
  head: string
  authority: string
}

/** Must there be a representation of migrants, and from how many foreign inhabitants on? */
export interface MigrantCouncilDuty {
  duty: 'MUST' | 'MAY'
  /** More than this many; null: without a threshold. */
  moreThan: number | null
  name: string
}

/** An authority as a function with its address; never a person. */
export interface Authority {
  name: string
  street?: string
  postcode?: string
  place?: string
  email?: string
  phone?: string
  website?: string
}

/** What differs by law from federal state to federal state (domain.md 8, 10.1): data, not code. */
export interface LegalProfile {
  state: FederalState | null
  organs: Record<Kind, Valued<Organs>>
  /** Days between invitation and session of the council and its committees. */
  invitationDays: Record<Kind, Valued<number>>
  /** Days for bodies of the plan itself (steering group, forums): no law, a habit. */
  bodyInvitationDays: Valued<number>
  /** Days until the minutes go to the members. */
  minutesDays: Valued<number>
  quorum: Record<Kind, Valued<Quorum>>
  tie: Record<Kind, Valued<TieRule>>
  migrantCouncil: Record<Kind, Valued<MigrantCouncilDuty>>
  /** Where one turns when a reported barrier is not removed. */
  accessibilityEnforcement: Valued<Authority>
  /** Who looks at websites on its own account. */
  accessibilityMonitoring: Valued<Authority>
  /** Days to answer a reported barrier. */
  barrierAnswerDays: Valued<number>
  dataProtection: Valued<Authority>
  holidays: Valued<readonly HolidayKey[]>
}

export const checked = <T>(value: T, source: string): Valued<T> => ({ value, checked: true, source })
export const unchecked = <T>(value: T, source: string): Valued<T> => ({ value, checked: false, source })
export const unknown = <T>(): Valued<T> => ({ value: null, checked: false, source: '' })

/** One value for the county, one for cities and municipalities, as most laws have it. */
export const countyAndTown = <T>(county: Valued<T>, town: Valued<T>): Record<Kind, Valued<T>> => ({
  county,
  city: town,
  municipality: town,
})
