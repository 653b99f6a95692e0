import type { FlexDate } from '#values/flex-date.ts'
import { daysBetween, type LocalDate } from '#values/local-date.ts'
import type { LocalText } from '#values/local-text.ts'
import type { Cents } from '#values/money.ts'

/** Implementation state, in the order a measure passes through it (domain.md 4.5). */
export const measureStates = [
  'NOT_STARTED',
  'IN_PREPARATION',
  'RUNNING',
  'COMPLETED',
  'PERMANENT',
  'DEFERRED',
  'DISCONTINUED',
] as const
export type MeasureState = (typeof measureStates)[number]

/** Traffic light of the course: a judgement with a reason, internal until it is released. */
export const courses = ['GREEN', 'YELLOW', 'RED', 'GREY'] as const
export type Course = (typeof courses)[number]

export const measureKinds = [
  'PROJECT',
  'PERMANENT_OFFER',
  'EVENT',
  'ORGANISATIONAL_CHANGE',
  'REPORT',
  'RIGHT_OR_RULE',
  'STRUCTURE',
] as const
export type MeasureKind = (typeof measureKinds)[number]

/** Something that a page names and links: id and title in the reader's language. */
export interface Named {
  id: number
  title: LocalText
}

export interface Lead {
  kind: 'org-unit' | 'actor'
  id: number
  name: string
  /** This reader may open its page: an actor that is a draft is named to the public, and no more. */
  hasPage: boolean
}

export interface MeasureInList {
  id: number
  number: string
  title: LocalText
  field: Named | null
  state: MeasureState
  /** null: not released, and the reader is not of the house. */
  course: Course | null
  isCourseReleased: boolean
  lead: Lead | null
  confirmedOn: LocalDate | null
  isFlagship: boolean
  isDraft: boolean
  /** Planned expense (staff and material) of the year in view; null: nothing known. */
  planned: Cents | null
}

export interface MeasureResource {
  id: number
  year: number
  fte: number | null
  staff: Cents | null
  material: Cents | null
  income: Cents | null
  spent: Cents | null
  fundingSource: string | null
  costCentre: string | null
  account: string | null
  orderNumber: string | null
  note: string | null
}

export interface ImpactLogic {
  inputs?: string
  activities?: string
  outputs?: string
  outcomes?: string
  impact?: string
}

export interface Measure {
  id: number
  planVersionId: number
  version: number
  number: string
  title: LocalText
  description: LocalText | null
  field: (Named & { code: string }) | null
  kind: MeasureKind | null
  isFlagship: boolean
  isQuickWin: boolean
  lead: Lead | null
  partners: Lead[]
  periodFrom: FlexDate | null
  periodTo: FlexDate | null
  isPermanent: boolean
  state: MeasureState
  stateReason: LocalText | null
  progress: number | null
  course: Course | null
  courseReason: string | null
  isCourseReleased: boolean
  confirmedOn: LocalDate | null
  logic: ImpactLogic
  /** Only for people of the house. */
  internalNote: string | null
  publishedAt: Date | null
  submittedAt: Date | null
  goals: Named[]
  needs: Named[]
  indicators: Named[]
  targetGroups: Named[]
  topics: Named[]
  areas: { id: number; name: string }[]
  resources: MeasureResource[]
}

/** Days after which an entry that nobody confirmed is shown as stale. */
export const staleAfterDays = 90

/** A running or prepared measure that nobody has confirmed for 90 days; what is over needs no confirmation. */
export function isStale(
  { confirmedOn, state }: { confirmedOn: LocalDate | null; state: MeasureState },
  today: LocalDate,
): boolean {
  if (state === 'COMPLETED' || state === 'DISCONTINUED') return false
  return confirmedOn === null || daysBetween(confirmedOn, today) > staleAfterDays
}

/** Reached: completed, or made a permanent task. */
export const isReached = (state: MeasureState): boolean => state === 'COMPLETED' || state === 'PERMANENT'

/**
 * The number of a measure is that of its field and a running number (domain.md 1.6): 2.14, with parts 2.14.3 and 2.14a;
 * letters or a Roman number may stand before it: M 3, A.2, IV.1.
 */
export const isMeasureNumber = (number: string): boolean =>
  number.length <= 20 && /^(?:[A-Z]{1,4}[ .-]?)?\d{1,4}[a-z]?(?:\.\d{1,4}[a-z]?)*$/i.test(number)

/** `2.14` → [2, 14], `M 3` → [3]; letters alone count as 0, so that I.3 stays in its order within its field. */
export const numberOrder = (number: string): number[] =>
  number.split('.').map((part) => Number.parseInt(part.replace(/^[A-Za-z]+[ -]?(?=\d)/, ''), 10) || 0)

/** What a measure still lacks before the public may see it (domain.md 1.6, columns "req"). Keys of texts. */
export function missingToPublish(measure: {
  title: string
  description: string | null
  actionFieldId: number | null
  kind: string | null
  goalCount: number
  hasLead: boolean
  periodFrom: FlexDate | null
  isPermanent: boolean
  state: MeasureState
  stateReason: string | null
}): string[] {
  const missing: [string, boolean][] = [
    ['title', measure.title === ''],
    ['description', !measure.description],
    ['actionField', measure.actionFieldId === null],
    ['kind', measure.kind === null],
    ['goals', measure.goalCount === 0],
    ['lead', !measure.hasLead],
    ['period', measure.periodFrom === null && !measure.isPermanent],
    ['stateReason', needsStateReason(measure.state) && !measure.stateReason],
  ]
  return missing.filter(([, lacks]) => lacks).map(([key]) => key)
}

/** Deferring or giving up is a political act: the public gets a reason. */
export const needsStateReason = (state: MeasureState): boolean => state === 'DEFERRED' || state === 'DISCONTINUED'
export const needsCourseReason = (course: Course): boolean => course === 'YELLOW' || course === 'RED'

/** Planned expense of a year: staff and material. null if neither is known: empty is not zero. */
export const plannedOf = ({ staff, material }: Pick<MeasureResource, 'staff' | 'material'>): Cents | null =>
  staff === null && material === null ? null : (staff ?? 0) + (material ?? 0)
