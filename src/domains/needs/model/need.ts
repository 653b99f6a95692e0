import type { FlexDate } from '#values/flex-date.ts'
import type { LocalText } from '#values/local-text.ts'

/** From the first voice to a decision (domain.md 1.6). Merged needs live on in another one. */
export const needStates = ['NEW', 'DISCUSSED', 'ADOPTED', 'REJECTED', 'MERGED'] as const
export type NeedState = (typeof needStates)[number]
/** What the form offers: merging is an act of its own. */
export const chosenStates = ['NEW', 'DISCUSSED', 'ADOPTED', 'REJECTED'] as const

export const sourceKinds = ['SURVEY', 'WORKSHOP', 'INDICATOR', 'MINUTES', 'OTHER'] as const
export type SourceKind = (typeof sourceKinds)[number]

export const priorities = ['1', '2', '3'] as const

export interface Named {
  id: number
  title: LocalText
}

export interface NeedInList extends Named {
  priority: number | null
  state: NeedState
  field: Named | null
  targetGroups: Named[]
  goalCount: number
  isDraft: boolean
}

export interface Source {
  id: number
  kind: SourceKind
  text: string
  date: FlexDate | null
  /** The need that brought it along. */
  mergedFromId: number | null
}

export interface Need {
  id: number
  version: number
  statement: LocalText
  description: LocalText | null
  field: (Named & { code: string }) | null
  priority: number | null
  state: NeedState
  rejectionReason: LocalText | null
  sources: Source[]
  targetGroups: Named[]
  topics: Named[]
  goals: (Named & { level: string; measures: (Named & { number: string; state: string })[] })[]
  indicators: Named[]
  /** What was merged into it and may be named to this reader. */
  merged: { id: number; statement: string }[]
  publishedAt: Date | null
  submittedAt: Date | null
}

/** What a need still lacks before the public may see it: names of fields of its form. */
export function missingToPublish(need: {
  actionFieldId: number | null
  targetGroupIds: readonly unknown[]
  sources: readonly unknown[]
}): string[] {
  const missing: [string, boolean][] = [
    ['actionFieldId', need.actionFieldId === null],
    ['targetGroupIds', need.targetGroupIds.length === 0],
    ['sources', need.sources.length === 0],
  ]
  return missing.filter(([, lacks]) => lacks).map(([name]) => name)
}
