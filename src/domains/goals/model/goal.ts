import {
  goalLevels,
  type GoalLevel,
  type LinkedIndicator,
  type LinkedMeasures,
  type LinkedNeed,
  type Named,
  type YearOfMoney,
} from '#domains/action-fields/index.ts'
import type { LocalText } from '#values/local-text.ts'

export { goalLevels, type GoalLevel }

/** Where a goal comes from (domain.md 1.6). */
export const goalSources = ['SOCIAL_STRATEGY', 'BUDGET', 'PLAN', 'PROJECT'] as const
export type GoalSource = (typeof goalSources)[number]

/** How it belongs to the goal above: derived from it, or only fitting best there. */
export const relations = ['DERIVED', 'BEST_FIT'] as const
export type Relation = (typeof relations)[number]

/** What people judge of the SMART check; measurable and timed follow from the indicators (domain.md 4.3). */
export interface Smart {
  specific: boolean
  accepted: boolean
  realistic: boolean
  note: string | null
}

export interface GoalInList extends Named {
  level: GoalLevel
  source: GoalSource
  field: Named | null
  parentId: number | null
  relation: Relation | null
  leadIn: string | null
  needCount: number
  measureCount: number
  indicatorCount: number
  isDraft: boolean
}

/** A goal above or below another, with how it belongs there. */
export interface Relative extends Named {
  level: GoalLevel
  relation: Relation | null
  leadIn: LocalText | null
  isDraft: boolean
}

export interface Goal {
  id: number
  level: GoalLevel
  source: GoalSource
  text: LocalText
  field: (Named & { code: string }) | null
  relation: Relation | null
  budgetProduct: { code: string; title: string } | null
  stairStep: number | null
  smart: Smart
  evidence: LocalText | null
  /** From the top down; the last one is the parent. */
  parents: Relative[]
  children: Relative[]
  /** All goals below, down to the last: what works for them works for this one. */
  below: number[]
  needs: LinkedNeed[]
  topics: Named[]
  measures: LinkedMeasures
  indicators: LinkedIndicator[]
  money: YearOfMoney[]
  publishedAt: Date | null
  submittedAt: Date | null
}

/** Vision and guiding goals: what others are derived from, not something to be measured by itself. */
export const isGuiding = (level: GoalLevel): boolean =>
  level === 'VISION' || level === 'MAIN_GOAL' || level === 'SUB_GOAL'

const rankOf = (level: GoalLevel): number => goalLevels.indexOf(level)
/** A parent must be of a higher level; levels may be skipped. So no goal can stand above itself. */
export const isHigher = (level: GoalLevel, than: GoalLevel): boolean => rankOf(level) < rankOf(than)

/**
 * Step and level that do not go together: an impact goal changes something for people (steps 4 to 7), an output goal is
 * about what is offered and who comes (1 to 3). A hint, never a refusal (domain.md 4.1).
 */
export function stairHint(level: GoalLevel, step: number | null): 'impactTooLow' | 'outputTooHigh' | null {
  if (step === null) return null
  if (level === 'IMPACT_GOAL' && step < 4) return 'impactTooLow'
  return level === 'OUTPUT_GOAL' && step > 3 ? 'outputTooHigh' : null
}

/** What a goal still lacks before the public may see it: names of fields of its form. */
export function missingToPublish(goal: {
  level: GoalLevel
  source: GoalSource
  budgetProductId: number | null
  needIds: readonly unknown[]
}): string[] {
  const missing: [string, boolean][] = [
    ['needIds', goal.level === 'IMPACT_GOAL' && goal.source === 'PLAN' && goal.needIds.length === 0],
    ['budgetProductId', goal.source === 'BUDGET' && goal.budgetProductId === null],
  ]
  return missing.filter(([, lacks]) => lacks).map(([name]) => name)
}

export interface SmartCheck {
  specific: boolean
  measurable: boolean
  accepted: boolean
  realistic: boolean
  timed: boolean
}

type Measured = Pick<LinkedIndicator, 'baselineValue' | 'targetValue' | 'targetDate' | 'unit'>
/** Measurable: an indicator with baseline, target and unit. Timed: one with a day for its target. */
export const smartCheck = (smart: Smart, indicators: readonly Measured[]): SmartCheck => ({
  specific: smart.specific,
  measurable: indicators.some(
    ({ baselineValue, targetValue, unit }) => baselineValue !== null && targetValue !== null && unit !== '',
  ),
  accepted: smart.accepted,
  realistic: smart.realistic,
  timed: indicators.some(({ targetDate }) => targetDate !== null),
})

/** Reads what is stored: only what was said is there. */
export function readSmart(stored: unknown): Smart {
  const value = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<Record<keyof Smart, unknown>>
  return {
    specific: value.specific === true,
    accepted: value.accepted === true,
    realistic: value.realistic === true,
    note: typeof value.note === 'string' && value.note !== '' ? value.note : null,
  }
}
