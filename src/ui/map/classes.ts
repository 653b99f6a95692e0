/** A class of values that a map shows alike; from and to are values that occur. */
export interface ValueClass {
  from: number
  to: number
}

/**
 * At most five classes: zero alone, because "nothing here" is a message of its own, then up to four of about as many
 * areas each. Values that are equal are never parted.
 */
export function valueClasses(values: readonly number[], most = 4): ValueClass[] {
  const sorted = values.filter((value) => value !== 0).toSorted((a, b) => a - b)
  const zero = values.some((value) => value === 0) ? [{ from: 0, to: 0 }] : []
  const distinct = [...new Set(sorted)]
  if (distinct.length === 0) return zero
  const count = Math.min(most, distinct.length)
  const limits = Array.from({ length: count }, (_, part) => sorted[Math.floor((sorted.length * part) / count)] ?? 0)
  let starts = [...new Set([distinct[0] ?? 0, ...limits])]
  while (starts.length < count) starts = splitWidest(starts, distinct)
  const classes = starts.map((from, index) => {
    const next = starts[index + 1]
    return { from, to: distinct.findLast((value) => next === undefined || value < next) ?? from }
  })
  return [...zero, ...classes]
}

/** Equal values made classes fall together: the class with the widest gap inside is parted there. */
function splitWidest(starts: readonly number[], distinct: readonly number[]): number[] {
  const gaps = distinct.slice(1).map((value, index) => ({ value, gap: value - (distinct[index] ?? value) }))
  const inside = gaps.filter(({ value }) => !starts.includes(value)).toSorted((a, b) => b.gap - a.gap)
  return [...starts, inside[0]?.value ?? 0].toSorted((a, b) => a - b)
}

export const classOf = (value: number | null, classes: readonly ValueClass[]): number | null => {
  const found = value === null ? -1 : classes.findIndex(({ from, to }) => value >= from && value <= to)
  return found < 0 ? null : found
}
