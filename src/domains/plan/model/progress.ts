/** Implementation state of a measure, in the order the rows of squares show it: reached first, resting last. */
export const progressStates = [
  'COMPLETED',
  'PERMANENT',
  'RUNNING',
  'IN_PREPARATION',
  'NOT_STARTED',
  'DEFERRED',
  'DISCONTINUED',
] as const
export type MeasureState = (typeof progressStates)[number]

export interface Progress {
  /** One per measure, reached first. */
  states: MeasureState[]
  total: number
  /** Completed, or made a permanent task. */
  reached: number
  running: number
  counts: Record<MeasureState, number>
}

/** How far these measures are, all together. */
export function progressOf(states: readonly MeasureState[]): Progress {
  const counts = Object.fromEntries(progressStates.map((state) => [state, 0])) as Record<MeasureState, number>
  for (const state of states) counts[state]++
  return {
    states: progressStates.flatMap((state) => Array.from({ length: counts[state] }, () => state)),
    total: states.length,
    reached: counts.COMPLETED + counts.PERMANENT,
    running: counts.RUNNING,
    counts,
  }
}

/** More squares than these in one row cannot be told apart: then each stands for ten measures, or a hundred. */
const mostSquares = 120

/** How many measures one square stands for, so that the longest row stays readable. */
export function measuresPerSquare(totals: readonly number[]): number {
  let unit = 1
  while (Math.max(0, ...totals) / unit > mostSquares) unit *= 10
  return unit
}

/** The squares of one row. Every state that occurs is seen, however rare. */
export const squaresOf = ({ counts }: Progress, unit: number): MeasureState[] =>
  progressStates.flatMap((state) =>
    Array.from({ length: counts[state] === 0 ? 0 : Math.max(1, Math.round(counts[state] / unit)) }, () => state),
  )
