import { scaleLinear } from 'd3-scale'
import { daysBetween, yearOf, type LocalDate } from '#values/local-date.ts'

/** A day as a number of years: 2025-12-31 → almost 2026. A year's value stands where the year ends. */
export function yearsOf(date: LocalDate): number {
  const year = yearOf(date)
  const first = `${year}-01-01`
  return year + (daysBetween(first, date) + 1) / (daysBetween(first, `${year + 1}-01-01`) || 1)
}

/** The years whose end lies in a span, at most `most` of them, always with the first and the last. */
export function yearTicks(from: number, to: number, most: number): number[] {
  const [first, last] = [Math.ceil(from - 1e-9) - 1, Math.floor(to + 1e-9) - 1]
  const count = last - first + 1
  const step = Math.max(1, Math.ceil((count - 1) / Math.max(1, most - 1)))
  const ticks: number[] = []
  for (let year = first; year <= last; year += step) ticks.push(year)
  const end = ticks.at(-1)
  if (end === undefined || end === last) return ticks
  // The last year is named, and nothing crowds it.
  return last - end < step * 0.75 ? [...ticks.slice(0, -1), last] : [...ticks, last]
}

export interface Heights {
  /** Values at the lower and upper end of the drawing. */
  from: number
  to: number
  ticks: number[]
  /** The axis does not begin at zero: to be said beside the picture. */
  isCut: boolean
}

/**
 * The span of values. It begins at zero, unless everything lies so far above that the course would be a flat line.
 * undefined: there is nothing to draw.
 */
export function heightsOf(values: readonly number[], count = 4): Heights | undefined {
  if (values.length === 0) return undefined
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const isCut = least > 0 && most - least < 0.4 * most
  const from = isCut ? least - (most - least || most * 0.1) * 0.4 : Math.min(0, least)
  const to = Math.max(most, from + (most === from ? 1 : 0))
  const scale = scaleLinear([from, to], [0, 1]).nice(count)
  const [low = from, high = to] = scale.domain()
  return { from: low, to: high, ticks: scale.ticks(count), isCut: isCut && low > 0 }
}

/** One decimal is finer than any screen, and keeps the page small. */
export const round = (value: number): number => Math.round(value * 10) / 10

/** Paper around letters, so that a line behind them does not cross them out. */
export const halo = {
  'paint-order': 'stroke',
  stroke: 'var(--tw-paper)',
  'stroke-width': '5',
  'stroke-linejoin': 'round',
} as const
