import type { LocalDate } from '#values/local-date.ts'
import type { LocalText } from '#values/local-text.ts'
import type { Cents } from '#values/money.ts'

/** What a page about a field, a topic, a target group, a need or a goal shows of the things linked to it. */
export interface Named {
  id: number
  title: LocalText
}

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
export type StateCounts = Partial<Record<MeasureState, number>>

export interface LinkedMeasure extends Named {
  number: string
  state: MeasureState
  lead: string | null
  isDraft: boolean
}

export interface LinkedMeasures {
  /** The first of them in the order of their numbers. */
  measures: LinkedMeasure[]
  /** Of all of them, not only of those listed. */
  counts: StateCounts
}

export type Priority = 1 | 2 | 3
export interface LinkedNeed extends Named {
  priority: Priority | null
  goalCount: number
  isDraft: boolean
}

export const goalLevels = ['VISION', 'MAIN_GOAL', 'SUB_GOAL', 'IMPACT_GOAL', 'OUTPUT_GOAL', 'PROJECT_GOAL'] as const
export type GoalLevel = (typeof goalLevels)[number]

export interface LinkedGoal extends Named {
  level: GoalLevel
  measureCount: number
  isDraft: boolean
}

/** An indicator with the facts from which attainment is seen. Values with a dimension, or of a part, are left out. */
export interface LinkedIndicator extends Named {
  code: string
  unit: string
  /** The unit in the reader's language. */
  unitText: LocalText | null
  decimals: number
  baselineValue: number | null
  baselineDate: LocalDate | null
  targetValue: number | null
  targetDate: LocalDate | null
  /** The newest value for the whole municipality; null: none yet. */
  value: number | null
  periodFrom: LocalDate | null
  periodTo: LocalDate | null
  /** The goals that it measures. */
  goalIds: number[]
  isDraft: boolean
}

/** The money of all linked measures in one year. null: nothing known, which is not zero. */
export interface YearOfMoney {
  year: number
  fte: number | null
  staff: Cents | null
  material: Cents | null
  income: Cents | null
  spent: Cents | null
  fundingSources: string[]
}

export const totalOf = (counts: StateCounts): number => Object.values(counts).reduce((sum, one) => sum + one, 0)
/** Completed, or made a permanent task. */
export const reachedOf = (counts: StateCounts): number => (counts.COMPLETED ?? 0) + (counts.PERMANENT ?? 0)

/** Planned expense of a year: staff and material. null if neither is known: empty is not zero. */
export const plannedOf = ({ staff, material }: Pick<YearOfMoney, 'staff' | 'material'>): Cents | null =>
  staff === null && material === null ? null : (staff ?? 0) + (material ?? 0)
