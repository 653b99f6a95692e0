import { dataRowsOf, suggestHeader, type Column } from '#platform/tables/header.ts'
import { suggestColumns, type Vocabulary } from '#platform/tables/suggest.ts'
import { cellAt, type Sheet } from '#platform/tables/workbook.ts'
import { wordingOf } from '#platform/tables/wording.ts'
import { fieldOf, yearOfKey, type ImportKind } from './kind.ts'

/** The names by which columns are found: those of the kind, and those of the house's own files. */
export const vocabularyOf = (kind: ImportKind): Vocabulary =>
  kind.fields.map(({ key, names }) => ({ field: key, names }))

/** Several names of associations in one cell are still shorter. */
const longestName = 200
/** Below this a heading is not understood; the person chooses. */
const sureEnough = 0.65

/**
 * Which column means what, by its letters. Every column of money counts for the year that its heading names; of other
 * columns each field gets the one that fits best. What is not understood is missing.
 */
export function suggestMapping(kind: ImportKind, columns: readonly Column[]): Record<string, string> {
  const mapping: Record<string, string> = {}
  const fields = new Map(kind.fields.map((field) => [field.key, field]))
  const vocabulary = vocabularyOf(kind)
  const filled = columns.filter(({ heading, filled: rows }) => heading !== '' && rows > 0)
  const open = filled.filter((column) => {
    const best = suggestColumns([wordsOf(column)], vocabulary, sureEnough)[0]?.field ?? ''
    if (!fields.get(best)?.perYear) return true
    const year = yearIn(column)
    const key = `${best}.${year}`
    if (year !== undefined && !Object.values(mapping).includes(key)) mapping[column.letters] = key
    return false
  })
  const others = vocabulary.filter(({ field }) => !fields.get(field)?.perYear)
  for (const { field, column } of suggestColumns(open.map(wordsOf), others, sureEnough)) {
    const found = open[column]
    // Whole paragraphs under "Ziele" are a text about goals, not their names.
    const isProse = fields.get(field)?.refersTo && found?.samples.some(({ length }) => length > longestName)
    if (found && !isProse) mapping[found.letters] = field
  }
  return mapping
}

/** "Betrag 2026 (geplant)" is "Betrag"; the year is asked for separately. */
const wordsOf = ({ heading }: Column) =>
  heading
    .replaceAll(/\b(?:19|20)\d\d\b/g, ' ')
    .replaceAll('_', ' ')
    .trim() || heading

export function yearIn({ heading, group }: Pick<Column, 'heading' | 'group'>): number | undefined {
  const found = /\b(?:19|20)\d\d\b/.exec(`${heading} ${group ?? ''}`)?.[0]
  return found === undefined ? undefined : Number(found)
}

/**
 * The sheet and the heading row that look most like a list of this kind: most headings known, then most rows. Only the
 * rows that look like headings are asked, and only whether they are spelled as known: comparing each with every name
 * takes half a second.
 */
export function suggestTable(kind: ImportKind, sheets: readonly Sheet[]): { sheet: number; headerRow: number } {
  const names = new Set(kind.fields.flatMap((field) => field.names.map((name) => wordingOf(name).plain)))
  let best = { sheet: 0, headerRow: 0, score: -1 }
  for (const [sheet, content] of sheets.entries()) {
    for (const { row: headerRow, score: shape } of suggestHeader(content)) {
      const headings = content.rows[headerRow] ?? []
      const known = headings.filter(({ text }) => names.has(wordingOf(text.replaceAll('_', ' ')).plain)).length
      const rows = content.rows.length - headerRow - 1
      const score = (rows <= 0 ? 0 : known * 1000 + Math.min(rows, 500) + shape * 300) - (content.hidden ? 500 : 0)
      if (score > best.score) best = { sheet, headerRow, score }
    }
  }
  return { sheet: best.sheet, headerRow: best.headerRow }
}

/** A field is filled by one column, unless it may take several; money by one per year. Returns the doubled keys. */
export function doubledFields(kind: ImportKind, mapping: Readonly<Record<string, string>>): string[] {
  const seen = new Set<string>()
  return Object.values(mapping).filter((key) => {
    if (key === '' || fieldOf(kind, key)?.several) return false
    const isDouble = seen.has(key)
    seen.add(key)
    return isDouble
  })
}

/** Money and posts of no year. */
export const lacksYear = (kind: ImportKind, key: string): boolean =>
  fieldOf(kind, key)?.perYear === true && yearOfKey(key) === undefined

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
  why: 'note' | 'header' | 'group' | 'hidden'
  text: string
}

/**
 * The rows that hold a thing, and those that do not: notes below the headings, headings repeated on each page, hidden
 * rows unless they are wanted, and a text alone in a row, which names the group that follows. Alone in the column of
 * titles it is a thing that has only a title, except where it is spread over several columns or bold.
 */
export function tableRows(
  sheet: Sheet,
  headerRow: number,
  { titleColumn, withHidden }: { titleColumn: number | undefined; withHidden: boolean },
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
    else if (shape === 'single' && (column !== titleColumn || first.bold || isSpread(sheet, row, column))) {
      group = text
      skip('group')
    } else rows.push({ row, ...(group !== undefined && { group }) })
  }
  return { rows, skipped }
}

const isSpread = ({ merges }: Sheet, row: number, column: number) =>
  merges.some(({ top, bottom, left, right }) => top === row && bottom === row && left <= column && right > left)
