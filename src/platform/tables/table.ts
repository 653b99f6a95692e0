import { parseLocalDate } from '#values/local-date.ts'

/** What a list hands over to be written as a file. */
export interface Table {
  /** The name of the sheet. */
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly Readonly<Record<string, TableValue>>[]
  /** For Arabic: the first column stands on the right. */
  readonly rightToLeft?: boolean
}

export interface TableColumn {
  readonly key: string
  readonly title: string
  /** euro: integer cents. percent: the share, 0.25 for 25 %. date: `YYYY-MM-DD`; an imprecise date stays text. */
  readonly kind: 'text' | 'number' | 'integer' | 'euro' | 'date' | 'percent'
  /** In characters; from the contents if left out. */
  readonly width?: number
}

/** Nothing known is null, undefined or '': an empty cell, never 0. */
export type TableValue = string | number | null | undefined

/** A value as it will be written: nothing, text, or a number in the unit of the file (euros, shares, plain). */
export type Written = undefined | { text: string } | { number: number } | { date: string }

/**
 * What a column makes of a value. A text in a column of numbers stays text.
 * @throws RangeError for a number that is none, and for parts of a cent
 */
export function written(value: TableValue, { key, kind }: TableColumn): Written {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'string')
    return kind === 'date' && parseLocalDate(value) === value ? { date: value } : { text: value }
  if (!Number.isFinite(value)) throw new RangeError(`${key}: ${value} is not a number that can be written`)
  if (kind === 'text') return { text: String(value) }
  if ((kind === 'euro' || kind === 'integer') && !Number.isInteger(value)) {
    throw new RangeError(`${key}: ${value} is not a whole number${kind === 'euro' ? ' of cents' : ''}`)
  }
  return { number: kind === 'euro' ? value / 100 : value }
}
