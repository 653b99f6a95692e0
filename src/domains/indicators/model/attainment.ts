import type { LocalDate } from '#values/local-date.ts'
import type { Direction } from './indicator.ts'
import { isMeasured, type Observation } from './observation.ts'

/** What attainment is computed from. Whatever is not known is null. */
export interface Aim {
  direction: Direction
  baselineValue: number | null
  baselineDate: LocalDate | null
  targetValue: number | null
  targetDate: LocalDate | null
  /** Half the width of the band of a HOLD target. */
  tolerance: number | null
}

/** How far attainment may lie behind the planned path; a setting of the municipality (domain.md 4.4). */
export interface Thresholds {
  greenWithin: number
  yellowWithin: number
}
export const defaultThresholds: Thresholds = { greenWithin: 0.1, yellowWithin: 0.3 }

export type Light = 'GREEN' | 'YELLOW' | 'RED' | 'GREY'

/** Why there is no attainment. Each is a text. */
export type Gap = 'noValue' | 'noBaseline' | 'noTarget' | 'sameValues' | 'noTolerance' | 'beforeBaseline'

export interface Attainment {
  light: Light
  /** Share of the way from baseline to target, as computed; null: cannot be said, see `gap`. Always null for HOLD. */
  share: number | null
  /** The share that the plan asks for on the day of the value; null: no dates, or HOLD. */
  expected: number | null
  gap: Gap | null
  /** HOLD only: the band, and whether the value lies in it. */
  band: { from: number; to: number; isInside: boolean } | null
}

/** (current − baseline) / (target − baseline); the sign of the distance is the direction. null if both are the same. */
export function shareOfTheWay(current: number, baseline: number, target: number): number | null {
  if (target === baseline) return null
  const share = (current - baseline) / (target - baseline)
  // No −0: "0 %" is 0 %.
  return share === 0 ? 0 : share
}

export const shownBounds = { from: -1, to: 1.5 } as const
/** As it is shown: never below −100 % nor above 150 %. */
export const shownShare = (share: number): number => Math.min(shownBounds.to, Math.max(shownBounds.from, share))

/** The planned share on a day: 0 at the date of the baseline, 1 at the date of the target, on a straight line between. */
export function expectedShare({ baselineDate, targetDate }: Pick<Aim, 'baselineDate' | 'targetDate'>, on: LocalDate) {
  if (baselineDate === null || targetDate === null || targetDate <= baselineDate) return null
  const share = (Date.parse(on) - Date.parse(baselineDate)) / (Date.parse(targetDate) - Date.parse(baselineDate))
  return Math.min(1, Math.max(0, share))
}

/** The planned value on a day, on the same line; null where there is none. */
export function plannedValue(aim: Aim, on: LocalDate): number | null {
  const { baselineValue, targetValue, baselineDate } = aim
  const share = expectedShare(aim, on)
  if (share === null || baselineValue === null || targetValue === null || baselineDate === null) return null
  return on < baselineDate ? null : baselineValue + share * (targetValue - baselineValue)
}

/**
 * The newest value of the whole municipality. One that belongs to an area or a dimension is never it, nor one that is
 * only announced, kept secret or unreliable.
 */
export function currentOf<One extends Observation>(observations: readonly One[]): (One & { value: number }) | null {
  const measured = observations.filter((one): one is One & { value: number } => isOfTheWhole(one) && isMeasured(one))
  return measured.toSorted((a, b) => (a.periodTo < b.periodTo ? 1 : -1))[0] ?? null
}

export const isOfTheWhole = ({ areaId, dimensions }: Pick<Observation, 'areaId' | 'dimensions'>): boolean =>
  areaId === null && Object.keys(dimensions).length === 0

/** Attainment of an aim by its newest value, with its light (domain.md 4.4). */
export function attainmentOf(
  aim: Aim,
  observations: readonly Observation[],
  thresholds: Thresholds = defaultThresholds,
): Attainment {
  const current = currentOf(observations)
  if (aim.direction === 'HOLD') return held(aim, current)
  const { baselineValue, targetValue, baselineDate } = aim
  if (baselineValue === null) return without('noBaseline')
  if (targetValue === null) return without('noTarget')
  if (current === null) return without('noValue')
  if (baselineDate !== null && current.periodTo < baselineDate) return without('beforeBaseline')
  const share = shareOfTheWay(current.value, baselineValue, targetValue)
  if (share === null) return without('sameValues')
  const expected = expectedShare(aim, current.periodTo)
  return { light: lightOf(share, expected, thresholds), share, expected, gap: null, band: null }
}

// 0.3 − 0.1 is not 0.2 in a computer; a hair must not turn the light.
const hair = 1e-9

/** Green as long as the way lies at most `greenWithin` behind the plan, then yellow, then red. No plan: grey. */
export function lightOf(share: number, expected: number | null, { greenWithin, yellowWithin }: Thresholds): Light {
  if (expected === null) return 'GREY'
  if (share + hair >= expected - greenWithin) return 'GREEN'
  return share + hair >= expected - yellowWithin ? 'YELLOW' : 'RED'
}

/**
 * A value that is to stay as it is: green inside the band around the target (or the baseline, where no target is named),
 * yellow up to one more width of the band, then red.
 */
function held(aim: Aim, current: { value: number } | null): Attainment {
  const centre = aim.targetValue ?? aim.baselineValue
  if (centre === null) return without('noTarget')
  if (aim.tolerance === null) return without('noTolerance')
  if (current === null) return without('noValue')
  const distance = Math.abs(current.value - centre)
  const isInside = distance <= aim.tolerance + hair
  const light = isInside ? 'GREEN' : distance <= 2 * aim.tolerance + hair ? 'YELLOW' : 'RED'
  const band = { from: centre - aim.tolerance, to: centre + aim.tolerance, isInside }
  return { light, share: null, expected: null, gap: null, band }
}

const without = (gap: Gap): Attainment => ({ light: 'GREY', share: null, expected: null, gap, band: null })
