import * as v from 'valibot'
import { optionalEuro, optionalNumber, optionalText, optionalWhole } from '#platform/forms/fields.ts'
import type { MeasureResource } from './measure.ts'

/** The cells of one row of the money form, in their order; their names in the form end in the row: `year-0`. */
const cells = {
  year: optionalWhole(1990, 2100),
  fte: v.pipe(
    optionalNumber,
    v.check((value) => value === null || (value >= 0 && value <= 1000), 'wrong.fte'),
  ),
  staff: optionalEuro,
  material: optionalEuro,
  income: optionalEuro,
  spent: optionalEuro,
  fundingSource: optionalText(200),
  costCentre: optionalText(60),
  account: optionalText(60),
  orderNumber: optionalText(60),
  note: optionalText(500),
} as const
export type ResourceCell = keyof typeof cells
export const resourceCells = Object.keys(cells) as ResourceCell[]

export type ResourceRow = Omit<MeasureResource, 'id'>
type Texts = Readonly<Record<string, string | readonly string[] | undefined>>
export interface RowProblem {
  /** Name of the field, e.g. `staff-2`. */
  name: string
  /** Key of a text. */
  message: string
  /** What the message asks for, e.g. the most characters. */
  requirement?: unknown
}

const textAt = (values: Texts, cell: ResourceCell, row: number): string => {
  const value = values[`${cell}-${row}`]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/**
 * The rows that were typed; a row without any entry is no row. A year may stand in several rows: one per source of
 * money. All problems at once.
 */
export function parseResources(values: Texts): { rows: ResourceRow[]; problems: RowProblem[] } {
  const rows: ResourceRow[] = []
  const problems: RowProblem[] = []
  for (let at = 0; at < rowsIn(values); at++) {
    if (resourceCells.every((cell) => textAt(values, cell, at).trim() === '')) continue
    const row: Record<string, unknown> = {}
    for (const cell of resourceCells) {
      const result = v.safeParse(cells[cell], textAt(values, cell, at))
      if (result.success) row[cell] = result.output
      else {
        const { message, requirement } = result.issues[0]
        problems.push({ name: `${cell}-${at}`, message: cell === 'year' ? 'wrong.year' : message, requirement })
      }
    }
    if (row['year'] === null) problems.push({ name: `year-${at}`, message: 'missing.year' })
    rows.push(row as unknown as ResourceRow)
  }
  return { rows, problems }
}

/** How many rows the form had, at most 60. */
export const rowsIn = (values: Texts): number => Math.min(60, Math.max(0, Math.trunc(Number(values['rows'])) || 0))
