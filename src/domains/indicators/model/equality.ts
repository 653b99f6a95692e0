/**
 * Formulas that compare a group with the rest (domain.md 7.5). Shares are 0 … 1. undefined: cannot be said (nobody is
 * in one of the groups).
 */
export interface Rate {
  numerator: number
  denominator: number
}
const rate = ({ numerator, denominator }: Rate) => (denominator > 0 ? numerator / denominator : undefined)

/** rate(group) / rate(rest); turned round where less is better, so that 1 is always "the same chance". */
export function parityRatio(group: Rate, rest: Rate, direction: 'HIGHER' | 'LOWER' = 'HIGHER'): number | undefined {
  const [g, r] = [rate(group), rate(rest)]
  const [upper, lower] = direction === 'HIGHER' ? [g, r] : [r, g]
  return upper === undefined || lower === undefined || lower === 0 ? undefined : upper / lower
}

/** Distance in percentage points, negative when the group has less. */
export function gapInPoints(group: Rate, rest: Rate): number | undefined {
  const [g, r] = [rate(group), rate(rest)]
  return g === undefined || r === undefined ? undefined : 100 * (g - r)
}

/** Wilson interval of a share, 95 %. */
export function wilsonInterval({ numerator, denominator: n }: Rate, z = 1.959964): [number, number] | undefined {
  if (n <= 0) return undefined
  const share = numerator / n
  const centre = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)]
}

/** Members of a group and all people of one area. */
export interface AreaCount {
  group: number
  all: number
}
const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0)

/** Share of the group that would have to move for an even spread: 0 even … 1 apart. Group against the rest. */
export function segregationIndex(areas: readonly AreaCount[]): number | undefined {
  const [group, all] = totals(areas)
  if (group === 0 || all === group) return undefined
  return 0.5 * sum(areas.map((area) => Math.abs(area.group / group - (area.all - area.group) / (all - group))))
}

/** How much denser the group lives in an area than in the whole: 1 is the same. */
export function locationQuotient(area: AreaCount, areas: readonly AreaCount[]): number | undefined {
  const [group, all] = totals(areas)
  return group === 0 || area.all === 0 ? undefined : area.group / area.all / (group / all)
}

/** The share of their own group that members meet on average in their area. */
export function isolationIndex(areas: readonly AreaCount[]): number | undefined {
  const [group] = totals(areas)
  return group === 0
    ? undefined
    : sum(areas.map((area) => (area.all === 0 ? 0 : (area.group / group) * (area.group / area.all))))
}

const totals = (areas: readonly AreaCount[]) =>
  [sum(areas.map(({ group }) => group)), sum(areas.map(({ all }) => all))] as const
