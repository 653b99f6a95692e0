import { suggestHeader, type Column } from '#platform/tables/header.ts'
import { suggestColumns, type Vocabulary } from '#platform/tables/suggest.ts'
import type { Sheet } from '#platform/tables/workbook.ts'
import { wordingOf } from '#platform/tables/wording.ts'
import { fieldOf, yearOfKey, type ImportKind } from './kind.ts'

/** The names by which columns are found: those of the kind, and those of the house's own files. */
export const vocabularyOf = (kind: ImportKind): Vocabulary =>
  kind.fields.map(({ key, names }) => ({ field: key, names }))

/** Several names of associations in one cell are still shorter. */
const longestName = 200
/** Below this a heading is not understood; the person chooses. */
const sureEnough = 0.65
/** But for endings and remarks in brackets. */
const spelledAlike = 0.97

/**
 * Which column means what, by its letters. Every column of money counts for the year that its heading names; of other
 * columns each field gets the one that fits best. What is not understood or hidden is missing.
 */
export function suggestMapping(kind: ImportKind, columns: readonly Column[]): Record<string, string> {
  const mapping: Record<string, string> = {}
  const fields = new Map(kind.fields.map((field) => [field.key, field]))
  const vocabulary = vocabularyOf(kind)
  const filled = columns.filter(({ heading, filled: rows, hidden }) => heading !== '' && rows > 0 && !hidden)
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
  // A field that takes several columns also gets the others that are spelled like one of its names.
  const several = others.filter(({ field }) => fields.get(field)?.several)
  for (const column of open) {
    if (mapping[column.letters] !== undefined) continue
    const best = suggestColumns([wordsOf(column)], several, spelledAlike)[0]
    if (best) mapping[column.letters] = best.field
  }
  return mapping
}

/** "Betrag 2026 (geplant)" is "Betrag"; the year is asked for separately. */
const wordsOf = ({ heading }: Pick<Column, 'heading'>) =>
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

/** Whether a column that is not read in is headed like money: only its year is missing. */
export const looksLikeMoney = (kind: ImportKind, column: Pick<Column, 'heading'>): boolean => {
  const money = kind.fields.filter(({ perYear }) => perYear).map(({ key, names }) => ({ field: key, names }))
  return suggestColumns([wordsOf(column)], money, sureEnough).length > 0
}
