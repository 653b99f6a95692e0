import { dataRowsOf } from '#platform/tables/header.ts'
import { cellAt, type Cell, type Sheet } from '#platform/tables/workbook.ts'
import { parseEuro } from '#values/money.ts'
import { textIn } from './cells.ts'

/** A row under the headings, with the name of the group it stands in. */
export interface TableRow {
  /** Counted from 0. */
  row: number
  /** The text alone in a row above, e.g. "Handlungsfeld 2: Wohnen". */
  group?: string
}

/** A row that is not read in as a thing, and why. */
export interface SkippedRow {
  row: number
  why: 'note' | 'header' | 'group' | 'hidden' | 'sum'
  text: string
}

interface Wanted {
  titleColumn: number | undefined
  withHidden: boolean
  /** Rows as people count them that are things although they look like a sum. */
  takenIn: readonly number[]
}

/**
 * The rows that hold a thing, and those that do not: notes below the headings, headings repeated on each page, hidden
 * rows unless they are wanted, sums, and a text alone in a row, which names the group that follows. Alone in the column
 * of titles it is a thing that has only a title, except where it is spread over several columns or bold.
 */
export function tableRows(
  sheet: Sheet,
  headerRow: number,
  { titleColumn, withHidden, takenIn }: Wanted,
): { rows: TableRow[]; skipped: SkippedRow[] } {
  const rows: TableRow[] = []
  const skipped: SkippedRow[] = []
  let group: string | undefined
  for (const { row, shape, hidden } of dataRowsOf(sheet, headerRow)) {
    const cells = sheet.rows[row] ?? []
    const column = cells.findIndex(({ kind }) => kind !== 'empty')
    const first = cellAt(sheet, row, column)
    const text = first.text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
    const skip = (why: SkippedRow['why']) => skipped.push({ row, why, text })
    if (shape === 'note' || shape === 'header') skip(shape)
    else if (hidden && !withHidden) skip('hidden')
    else if (!takenIn.includes(row + 1) && isSum(sheet, row, rows)) skip('sum')
    else if (shape === 'single' && (column !== titleColumn || first.bold || isSpread(sheet, row, column))) {
      group = text
      skip('group')
    } else rows.push({ row, ...(group !== undefined && { group }) })
  }
  return { rows, skipped }
}

const isSpread = ({ merges }: Sheet, row: number, column: number) =>
  merges.some(({ top, bottom, left, right }) => top === row && bottom === row && left <= column && right > left)

/** "Summe", "Zwischensumme", "Gesamt", "Summe Handlungsfeld 2", "Total général", and not "Gesamtstädtisches Konzept". */
const sumWord =
  /^(?:(?:zwischen|gesamt|teil|end|jahres)?summen?|(?:ins)?gesamt|(?:gesamt|zwischen|sub|sous|grand)?[ -]?totale?s?|sum|somme|Σ|المجموع)(?![\p{L}\d]|-\p{L})/iu

/**
 * Whether a row adds up those above it: its first text is such a word, and beside it stand only numbers, or its numbers
 * are the sums of the rows above, of all of them or of those since some row.
 */
function isSum(sheet: Sheet, row: number, above: readonly TableRow[]): boolean {
  const filled = (sheet.rows[row] ?? []).flatMap((cell, column) => (textIn(cell) === '' ? [] : [{ cell, column }]))
  const word = filled.find(({ cell }) => centsIn(cell) === undefined)
  if (!word || !sumWord.test(textIn(word.cell))) return false
  const others = filled.filter((one) => one !== word)
  const numbers = others.filter(({ cell }) => centsIn(cell) !== undefined)
  if (numbers.length === others.length) return true
  return numbers.length > 0 && numbers.every(({ cell, column }) => addsUp(sheet, above, column, centsIn(cell) ?? 0))
}

function addsUp(sheet: Sheet, above: readonly TableRow[], column: number, wanted: number): boolean {
  let sum = 0
  return above.toReversed().some(({ row }) => {
    sum += centsIn(cellAt(sheet, row, column)) ?? 0
    return sum === wanted
  })
}

/** A number or an amount, in hundredths; undefined for words. */
function centsIn(cell: Cell): number | undefined {
  if (cell.number !== undefined) return Math.round(cell.number * 100)
  const amount = parseEuro(textIn(cell))
  return amount.ok ? amount.cents : undefined
}
