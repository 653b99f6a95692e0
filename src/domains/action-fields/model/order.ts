import type { LocalDate } from '#values/local-date.ts'
import type { LocalText } from '#values/local-text.ts'
import type { OrderKind } from './forms.ts'
import type {
  LinkedGoal,
  LinkedIndicator,
  LinkedMeasures,
  LinkedNeed,
  Named,
  StateCounts,
  YearOfMoney,
} from './linked.ts'

/** An estimate of how many people belong to a target group; never without its source and date. */
export interface Size {
  value: number
  source: string | null
  date: LocalDate | null
}

/** A field, a topic or a target group in a list. */
export interface OrderInList extends Named {
  code: string | null
  description: LocalText | null
  parentId: number | null
  size: Size | null
  needCount: number
  goalCount: number
  counts: StateCounts
  isDraft: boolean
}

/** One of them with what its page needs to know of itself. */
export interface OrderThing {
  kind: OrderKind
  id: number
  code: string | null
  title: LocalText
  description: LocalText | null
  parent: Named | null
  children: Named[]
  size: Size | null
  publishedAt: Date | null
  submittedAt: Date | null
}

/** How much of a topic or target group lies in one field; field null: what has no field. */
export interface Crossing {
  field: (Named & { code: string }) | null
  needCount: number
  goalCount: number
  measureCount: number
}

/** What a field, topic or target group touches. */
export interface Touched {
  needs: LinkedNeed[]
  goals: LinkedGoal[]
  measures: LinkedMeasures
  indicators: LinkedIndicator[]
  money: YearOfMoney[]
  bodies: { id: number; name: string }[]
  /** Of a field: whom it is for, and what runs across it. */
  targetGroups: Named[]
  topics: Named[]
  /** Of a topic or target group: what lies in which field. */
  crossings: Crossing[]
}

/** Measures per topic (row) and field (column). */
export interface Matrix {
  fields: (Named & { code: string })[]
  topics: OrderInList[]
  /** `topicId.fieldId` → number of measures. */
  counts: Map<string, number>
}

/** Three steps of tint for a number among others: 1 to a third of the most, 2 to two thirds, 3 above. */
export const heatOf = (count: number, most: number): 1 | 2 | 3 =>
  count * 3 <= most ? 1 : count * 3 <= 2 * most ? 2 : 3

export interface Branch {
  group: OrderInList
  depth: number
}
/** Groups below the group they belong to; whose parent is not seen stands at the top. */
export function branchesOf(groups: readonly OrderInList[], parentId: number | null = null, depth = 0): Branch[] {
  const known = new Set(groups.map(({ id }) => id))
  const isHere = (group: OrderInList) =>
    parentId === null ? group.parentId === null || !known.has(group.parentId) : group.parentId === parentId
  return groups.filter(isHere).flatMap((group) => [{ group, depth }, ...branchesOf(groups, group.id, depth + 1)])
}
