import type { LocalDate } from '#values/local-date.ts'
import type { LocalText } from '#values/local-text.ts'
import type { Attainment } from './attainment.ts'
import type { Observation } from './observation.ts'

export const indicatorKinds = ['COUNT', 'SHARE', 'RATIO', 'MONEY', 'DURATION'] as const
export type IndicatorKind = (typeof indicatorKinds)[number]

/** Where the number should go: up, down, or stay within a band. */
export const directions = ['HIGHER', 'LOWER', 'HOLD'] as const
export type Direction = (typeof directions)[number]

/** Something that a page names and links. */
export interface Named {
  id: number
  title: LocalText
}

/** What is needed to write one of its values for a reader. */
export interface Scale {
  unit: LocalText | null
  kind: IndicatorKind
  decimals: number
}

export interface IndicatorInList extends Scale {
  id: number
  code: string
  title: LocalText
  field: Named | null
  direction: Direction
  baselineValue: number | null
  baselineDate: LocalDate | null
  targetValue: number | null
  targetDate: LocalDate | null
  tolerance: number | null
  isDraft: boolean
  /** Values of the whole municipality, oldest first. */
  values: PublicValue[]
  attainment: Attainment
}

/** A value of the whole municipality for everybody: the only kind that the public is ever given. */
export type PublicValue = Omit<Observation, 'areaId' | 'dimensions'> & { id: number }

export interface Indicator extends Scale {
  id: number
  planVersionId: number
  version: number
  code: string
  title: LocalText
  field: (Named & { code: string }) | null
  direction: Direction
  baselineValue: number | null
  baselineDate: LocalDate | null
  targetValue: number | null
  targetDate: LocalDate | null
  tolerance: number | null
  method: LocalText | null
  limits: LocalText | null
  source: LocalText | null
  licence: string | null
  publishedAt: Date | null
  submittedAt: Date | null
  values: PublicValue[]
  attainment: Attainment
  needs: Named[]
  goals: Named[]
  measures: (Named & { number: string })[]
}

/** What an indicator still lacks before the public may see it (FRAME 15). Keys of texts. */
export function missingToPublish(indicator: {
  unit: string
  direction: Direction
  baselineValue: number | null
  baselineDate: LocalDate | null
  targetValue: number | null
  targetDate: LocalDate | null
  tolerance: number | null
  method: string | null
  source: string | null
}): string[] {
  const holds = indicator.direction === 'HOLD'
  const missing: [string, boolean][] = [
    ['unit', indicator.unit === ''],
    ['baseline', !holds && (indicator.baselineValue === null || indicator.baselineDate === null)],
    ['target', indicator.targetValue === null && !(holds && indicator.baselineValue !== null)],
    ['targetDate', !holds && indicator.targetDate === null],
    ['tolerance', holds && indicator.tolerance === null],
    ['method', !indicator.method],
    ['source', !indicator.source],
  ]
  return missing.filter(([, lacks]) => lacks).map(([key]) => key)
}

/** A target below the baseline cannot be "more is better". */
export function contradictsDirection(aim: {
  direction: Direction
  baselineValue: number | null
  targetValue: number | null
}): boolean {
  const { direction, baselineValue, targetValue } = aim
  if (direction === 'HOLD' || baselineValue === null || targetValue === null || targetValue === baselineValue)
    return false
  return targetValue > baselineValue !== (direction === 'HIGHER')
}
