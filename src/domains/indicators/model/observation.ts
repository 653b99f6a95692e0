import { lastDayOf, type LocalDate, yearOf } from '#values/local-date.ts'
import { roundHalfAway } from '#values/rounding.ts'
import type { IndicatorKind } from './indicator.ts'

/** What stands in a table instead of a value, or limits it (domain.md 7.3). */
export const signs = [
  'NOTHING',
  'BELOW_HALF',
  'SUPPRESSED',
  'UNKNOWN',
  'PENDING',
  'UNRELIABLE',
  'LIMITED',
  'NOT_APPLICABLE',
] as const
export type Sign = (typeof signs)[number]

/** As official tables print it. Secret and unknown look alike on purpose. */
export const signMarks: Readonly<Record<Sign, string>> = {
  NOTHING: '–',
  BELOW_HALF: '0',
  SUPPRESSED: '·',
  UNKNOWN: '·',
  PENDING: '…',
  UNRELIABLE: '/',
  LIMITED: '( )',
  NOT_APPLICABLE: 'x',
}

/** How a value came about. */
export const observationFlags = ['PROVISIONAL', 'REVISED', 'ESTIMATED', 'AVERAGE', 'BREAK'] as const
export type ObservationFlag = (typeof observationFlags)[number]

export interface Observation {
  areaId: number | null
  periodFrom: LocalDate
  periodTo: LocalDate
  /** { sex: 'F' }; empty: everybody. */
  dimensions: Readonly<Record<string, string>>
  value: number | null
  numerator: number | null
  denominator: number | null
  sign: Sign | null
  flags: readonly ObservationFlag[]
  note: string | null
  source: string | null
}

/** Signs that stand where no value may stand. */
const valueless: ReadonlySet<Sign> = new Set(['SUPPRESSED', 'UNKNOWN', 'PENDING', 'UNRELIABLE', 'NOT_APPLICABLE'])
export const standsForValue = (sign: Sign | null): boolean => sign !== null && valueless.has(sign)

/** There is a number that can be drawn and computed with. */
export const isMeasured = ({ value, sign }: Pick<Observation, 'value' | 'sign'>): boolean =>
  value !== null && !standsForValue(sign)

/** What a share or a ratio is multiplied with: 12 of 40 are 30 %; cases per 1,000. */
const factors: Readonly<Record<IndicatorKind, readonly number[]>> = {
  SHARE: [100],
  RATIO: [1, 100, 1000, 10_000, 100_000],
  COUNT: [1],
  MONEY: [1],
  DURATION: [1],
}

export interface Entered {
  value: number | null
  numerator: number | null
  denominator: number | null
  sign: Sign | null
}

/** What is wrong with an entry: the field and the key of a text. */
export interface Flaw {
  field: 'value' | 'numerator' | 'denominator' | 'sign'
  key: string
}

/** Value, numerator, denominator and sign must not contradict each other. The first contradiction found, or null. */
export function flawOf(entered: Entered, { kind, decimals }: { kind: IndicatorKind; decimals: number }): Flaw | null {
  const { value, numerator, denominator, sign } = entered
  const hasNumber = value !== null || numerator !== null || denominator !== null
  if (standsForValue(sign)) return hasNumber ? { field: 'sign', key: 'flaw.signInstead' } : null
  if (denominator !== null && denominator <= 0) return { field: 'denominator', key: 'flaw.denominator' }
  if (numerator !== null && numerator < 0 && kind === 'SHARE') return { field: 'numerator', key: 'flaw.numerator' }
  if ((numerator === null) !== (denominator === null)) {
    return numerator === null
      ? { field: 'numerator', key: 'flaw.numeratorMissing' }
      : { field: 'denominator', key: 'flaw.denominatorMissing' }
  }
  if (sign === 'NOTHING') return isZero(value) && isZero(numerator) ? null : { field: 'sign', key: 'flaw.nothing' }
  const known = valueOf(entered, { kind, decimals })
  if (sign === 'BELOW_HALF') {
    const isTiny = known === null || (known > 0 && roundHalfAway(known, decimals) === 0)
    return isTiny ? null : { field: 'sign', key: 'flaw.belowHalf' }
  }
  if (known === null) return { field: 'value', key: sign === null ? 'flaw.missing' : 'flaw.limited' }
  return fits(entered, { kind, decimals }) ? null : { field: 'value', key: 'flaw.quotient' }
}

const isZero = (value: number | null) => value === null || value === 0

/** The value as entered, else the quotient, else 0 for "nothing there". */
export function valueOf({ value, numerator, denominator, sign }: Entered, { kind }: IndicatorScale): number | null {
  if (standsForValue(sign)) return null
  if (value !== null) return value
  if (numerator !== null && denominator !== null && denominator > 0)
    return roundHalfAway((numerator / denominator) * (factors[kind][0] ?? 1), 6)
  return sign === 'NOTHING' ? 0 : null
}
export interface IndicatorScale {
  kind: IndicatorKind
  decimals: number
}

/** The value is the quotient, rounded to the decimals that it was given with. */
function fits({ value, numerator, denominator }: Entered, { kind, decimals }: IndicatorScale): boolean {
  if (value === null || numerator === null || denominator === null) return true
  const width = 0.5 * 10 ** -Math.min(decimals, decimalsOf(value)) + 1e-9
  return factors[kind].some((factor) => Math.abs((numerator / denominator) * factor - value) <= width)
}

const decimalsOf = (value: number) => (String(value).split('.')[1] ?? '').length

/** `2025` → the whole calendar year. */
export const yearPeriod = (year: number) => ({ periodFrom: `${year}-01-01`, periodTo: lastDayOf(year, 12) })

/** The calendar year that a period is, or null. */
export function calendarYear({ periodFrom, periodTo }: Pick<Observation, 'periodFrom' | 'periodTo'>): number | null {
  const year = yearOf(periodTo)
  return periodFrom === `${year}-01-01` && periodTo === `${year}-12-31` ? year : null
}

/** The field of a form at which a refusal is shown. */
export function fieldOfFlaw(key: string): string {
  const fields: Record<string, string> = {
    periodTaken: 'year',
    unknownChoice: 'areaId',
    'flaw.signInstead': 'sign',
    'flaw.nothing': 'sign',
    'flaw.belowHalf': 'sign',
    'flaw.denominator': 'denominator',
    'flaw.denominatorMissing': 'denominator',
    'flaw.numerator': 'numerator',
    'flaw.numeratorMissing': 'numerator',
  }
  return fields[key] ?? 'value'
}
