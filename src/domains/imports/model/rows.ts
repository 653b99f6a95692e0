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
  why: 'note' | 'header' | 'group' | 'hidden' | 'sum' | 'struck' | 'legend'
  text: string
}

interface Wanted {
  titleColumn: number | undefined
  withHidden: boolean
  /** Rows as people count them that are things although they do not look like one. */
  takenIn: readonly number[]
}

/**
 * The rows that hold a thing, and those that do not: notes below the headings, headings repeated on each page, legends
 * and footers, hidden and struck rows unless they are wanted, sums, and a text alone in a row, which names the group that follows. Alone in the column
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
  let inLegend = false
  const found = dataRowsOf(sheet, headerRow)
  // Where some subheadings are called a field, the others stand below them: goals, pages, phases.
  const namesFields = found.some(({ row, shape }) => shape === 'single' && fieldWord.test(firstText(sheet, row)))
  for (const { row, shape, hidden } of found) {
    const cells = sheet.rows[row] ?? []
    const column = cells.findIndex(({ kind }) => kind !== 'empty')
    const first = cellAt(sheet, row, column)
    const text = firstText(sheet, row)
    const filled = cells.filter((cell) => textIn(cell) !== '').length
    const isWanted = takenIn.includes(row + 1)
    inLegend = legendWord.test(text) || (inLegend && filled <= 3)
    const title =
      titleColumn === undefined ? '' : cellAt(sheet, row, titleColumn).text.replaceAll(/\s+/g, ' ').slice(0, 200)
    const skip = (why: SkippedRow['why']) => skipped.push({ row, why, text: (why === 'struck' && title) || text })
    if (shape === 'note' || shape === 'header') skip(shape)
    else if (hidden && !withHidden && !isWanted) skip('hidden')
    else if (!isWanted && isStruck(cells, titleColumn)) skip('struck')
    else if (!isWanted && (inLegend || (shape === 'single' && footer.test(text)))) skip('legend')
    else if (!isWanted && isSum(sheet, row, rows)) skip('sum')
    else if (shape === 'single' && (column !== titleColumn || first.bold || isSpread(sheet, row, column))) {
      if (!namesFields || fieldWord.test(text)) group = text
      skip('group')
    } else rows.push({ row, ...(group !== undefined && { group }) })
  }
  return { rows, skipped }
}

const fieldWord = /^(?:handlungs|themen|aktions)feld|^(?:action field|axe)\b/i
const legendWord = /^(?:farb)?legende|^zeichenerklärung|^farbschlüssel|^legend\b|^légende/i
/** "Stand: 15.03.2026", "Quelle: …", "* vorbehaltlich des Haushalts": below a list, and no part of it. */
const footer =
  /^(?:stand|quellen?|hinweise?|anmerkung(?:en)?|erstellt|druckdatum|seite|source)\s*(?::|am\b|\d)|^\*{1,3}\)?\s/i

const firstText = (sheet: Sheet, row: number) =>
  ((sheet.rows[row] ?? []).find(({ kind }) => kind !== 'empty')?.text ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200)

/** Given up: the title is struck through, or everything is. */
const isStruck = (cells: readonly Cell[], titleColumn: number | undefined) =>
  (titleColumn !== undefined && cells[titleColumn]?.struck === true) ||
  cells.every((cell) => cell.kind === 'empty' || textIn(cell) === '')

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
