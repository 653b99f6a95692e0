import { suggestColumns, type Vocabulary } from './suggest.ts'
import { cellAt, columnLetters, shownAt, type Cell, type Sheet } from './workbook.ts'

/** A row, counted from 0, and how much it looks like the headings: 0 to 1. */
export interface HeaderSuggestion {
  row: number
  score: number
}

/** How far down headings are looked for, and how many rows below are asked whether they fill the columns. */
const searched = 40
const below = 20

/**
 * The rows that look most like the headings, best first, at most five. Titles and notes above have few cells; headings
 * are many, short, different from each other, not numbers, and have something below. The vocabulary helps where given.
 */
export function suggestHeader(sheet: Sheet, vocabulary: Vocabulary = []): HeaderSuggestion[] {
  const rows = sheet.rows.slice(0, searched + below).map((row) => row.filter(isFilled))
  const widest = Math.max(1, ...rows.map(({ length }) => length))
  const suggestions: HeaderSuggestion[] = []
  for (const [row, cells] of rows.slice(0, searched).entries()) {
    if (cells.length === 0 || (cells.length === 1 && widest > 1)) continue
    const look = 0.45 * (cells.length / widest) + 0.2 * shareOf(cells, isHeadingLike) + 0.2 * distinctness(cells)
    const support = 0.1 * filledBelow(sheet, row) + 0.05 * shareOf(cells, ({ bold }) => bold === true)
    const shape = (look + support) * 0.99 ** row
    suggestions.push({ row, score: vocabulary.length === 0 ? shape : 0.5 * shape + 0.5 * known(cells, vocabulary) })
  }
  return suggestions
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .slice(0, 5)
    .map(({ row, score }) => ({ row, score: Math.round(score * 100) / 100 }))
}

const isFilled = (cell: Cell) => cell.kind !== 'empty'
const shareOf = (cells: Cell[], holds: (cell: Cell) => boolean) => cells.filter(holds).length / cells.length

/** Headings are words, or years. */
const isHeadingLike = ({ text, kind }: Cell) =>
  /^(19|20)\d\d$/.test(text) || (kind === 'text' && text.length <= 80 && !/^[\d\s.,:/%€+-]+$/.test(text))

/** Notes such as "text field, separated by commas" begin alike: only the first two words count. */
const distinctness = (cells: Cell[]) =>
  (new Set(cells.map(({ text }) => opening(text))).size + new Set(cells.map(({ text }) => text.trim())).size) /
  (2 * cells.length)
const opening = (text: string) => text.trim().toLowerCase().split(/\s+/, 2).join(' ')

function filledBelow(sheet: Sheet, row: number): number {
  const columns = (sheet.rows[row] ?? []).flatMap((cell, column) => (isFilled(cell) ? [column] : []))
  const next = sheet.rows.slice(row + 1, row + 1 + below)
  return (
    columns.filter((column) => next.some((cells) => (cells[column]?.kind ?? 'empty') !== 'empty')).length /
    columns.length
  )
}

/** Three headings that are known make it certain. */
function known(cells: Cell[], vocabulary: Vocabulary): number {
  const found = suggestColumns(
    cells.map(({ text }) => text),
    vocabulary,
  )
  return Math.min(1, found.reduce((sum, { score }) => sum + score, 0) / Math.min(3, vocabulary.length))
}

/** A column under its heading. */
export interface Column {
  /** Counted from 0. */
  column: number
  letters: string
  /** Line breaks and repeated spaces made one; empty where there is none. */
  heading: string
  /** The merged heading above several columns. */
  group?: string
  /** Up to three different texts from below. */
  samples: string[]
  /** Rows below that hold something. */
  filled: number
  hidden: boolean
}

/** The columns of a table from its heading row on; columns with neither a heading nor anything below are left out. */
export function columnsOf(sheet: Sheet, headerRow: number): Column[] {
  const columns: Column[] = []
  for (let column = 0; column < sheet.width; column++) {
    const heading = oneLine(shownAt(sheet, headerRow, column).text)
    const samples = new Set<string>()
    let filled = 0
    for (let row = headerRow + 1; row < sheet.rows.length; row++) {
      const { kind, text } = cellAt(sheet, row, column)
      if (kind === 'empty') continue
      filled++
      if (samples.size < 3) samples.add(text)
    }
    if (!heading && filled === 0) continue
    const group = groupAbove(sheet, headerRow, column)
    const hidden = sheet.hiddenColumns.has(column)
    const letters = columnLetters(column)
    columns.push({ column, letters, heading, ...(group && { group }), samples: [...samples], filled, hidden })
  }
  return columns
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function groupAbove(sheet: Sheet, headerRow: number, column: number): string | undefined {
  const merge = sheet.merges.find(
    ({ bottom, left, right }) =>
      bottom === headerRow - 1 && left <= column && column <= right && right > left && right - left + 1 < sheet.width,
  )
  return merge && oneLine(cellAt(sheet, merge.top, merge.left).text)
}

/**
 * What a row below the headings looks like: `single` is one text alone, often the name of the group that follows;
 * `note` explains the headings; `header` repeats them, as on each printed page.
 */
export interface DataRow {
  row: number
  shape: 'data' | 'single' | 'note' | 'header'
  hidden: boolean
}

/** The rows below the headings that hold something. */
export function dataRowsOf(sheet: Sheet, headerRow: number): DataRow[] {
  const headings = sheet.rows[headerRow] ?? []
  const several = headings.filter(isFilled).length >= 3
  const rows: DataRow[] = []
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? []
    const filled = cells.filter(isFilled)
    if (filled.length === 0) continue
    const repeats = cells.filter((cell, column) => isFilled(cell) && cell.text === headings[column]?.text).length
    const shape =
      filled.length > 1 && repeats >= filled.length * 0.8
        ? 'header'
        : several && filled.length === 1
          ? 'single'
          : rows.length === 0 && isNote(filled)
            ? 'note'
            : 'data'
    rows.push({ row, shape, hidden: sheet.hiddenRows.has(row) })
  }
  return rows
}

/** Four or more texts of which half begin with the same two words. */
function isNote(cells: Cell[]): boolean {
  if (cells.length < 4 || cells.some(({ kind }) => kind !== 'text')) return false
  const openings = new Map<string, number>()
  for (const { text } of cells) openings.set(opening(text), (openings.get(opening(text)) ?? 0) + 1)
  const [most = '', count = 0] = [...openings].sort((a, b) => b[1] - a[1])[0] ?? []
  return most.includes(' ') && count >= cells.length / 2
}
