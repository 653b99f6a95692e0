import * as v from 'valibot'
import {
  optionalDate,
  optionalId,
  optionallyChosen,
  optionalNumber,
  optionalText,
  optionalWhole,
  severalOf,
} from '#platform/forms/fields.ts'
import { observationFlags, signs, yearPeriod, type Observation } from './observation.ts'

export const firstYear = 1950
export const lastYear = 2100

/** By what a value can be broken down. */
export const dimensionNames = ['sex', 'ageClass', 'citizenshipGroup', 'popGroup'] as const
export type DimensionName = (typeof dimensionNames)[number]

/** The form of one value: a calendar year, or from … to; the whole municipality, or an area. */
export const observationForm = v.pipe(
  v.object({
    year: optionalWhole(firstYear, lastYear),
    periodFrom: optionalDate,
    periodTo: optionalDate,
    areaId: optionalId,
    sex: optionalText(40),
    ageClass: optionalText(40),
    citizenshipGroup: optionalText(60),
    popGroup: optionalText(60),
    value: optionalNumber,
    numerator: optionalNumber,
    denominator: optionalNumber,
    sign: optionallyChosen(signs),
    flags: severalOf(observationFlags),
    note: optionalText(500),
    source: optionalText(500),
  }),
  v.forward(
    v.partialCheck(
      [['year'], ['periodFrom'], ['periodTo']],
      ({ year, periodFrom, periodTo }) => (year !== null) !== (periodFrom !== null || periodTo !== null),
      'missing.period',
    ),
    ['year'],
  ),
  v.forward(
    v.partialCheck(
      [['periodFrom'], ['periodTo']],
      ({ periodFrom, periodTo }) => (periodFrom === null) === (periodTo === null),
      'missing.periodTo',
    ),
    ['periodTo'],
  ),
  v.forward(
    v.partialCheck(
      [['periodFrom'], ['periodTo']],
      ({ periodFrom, periodTo }) => periodFrom === null || periodTo === null || periodTo >= periodFrom,
      'endBeforeStart',
    ),
    ['periodTo'],
  ),
)
type ObservationFields = v.InferOutput<typeof observationForm>

/** A value as a command takes it. */
export const observationOf = (fields: ObservationFields): Observation => {
  const { year, periodFrom, periodTo, sex, ageClass, citizenshipGroup, popGroup, ...rest } = fields
  const dimensions = Object.entries({ sex, ageClass, citizenshipGroup, popGroup }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return {
    ...rest,
    ...(year === null ? { periodFrom: periodFrom ?? '', periodTo: periodTo ?? '' } : yearPeriod(year)),
    dimensions: Object.fromEntries(dimensions),
  }
}

/** One row of the table of years: a calendar year of the whole municipality. */
const yearRow = v.object({
  value: optionalNumber,
  numerator: optionalNumber,
  denominator: optionalNumber,
  sign: optionallyChosen(signs),
  note: optionalText(500),
  provisional: optionalText(2),
})
export const yearColumns = ['value', 'numerator', 'denominator', 'sign', 'note', 'provisional'] as const
export type YearRow = Omit<v.InferOutput<typeof yearRow>, 'provisional'> & { year: number; isProvisional: boolean }

/** The rows of the table, or the fields that are wrong: `value-2024` → key of a text. */
export function readYears(
  values: Readonly<Record<string, string | string[]>>,
  years: readonly number[],
): { rows: YearRow[]; flaws: Record<string, string> } {
  const flaws: Record<string, string> = {}
  const rows = years.flatMap((year) => {
    const typed = Object.fromEntries(yearColumns.map((column) => [column, values[`${column}-${year}`] ?? '']))
    const result = v.safeParse(yearRow, typed)
    if (result.success) {
      const { provisional, ...row } = result.output
      return [{ ...row, year, isProvisional: provisional !== null }]
    }
    for (const issue of result.issues) flaws[`${v.getDotPath(issue)}-${year}`] ??= issue.message
    return []
  })
  return { rows, flaws }
}

export const isEmptyRow = ({ value, numerator, denominator, sign, note }: YearRow): boolean =>
  [value, numerator, denominator, sign, note].every((one) => one === null)
