import { emptyCell, emptyRow, type Cell, type Merge, type Sheet } from '#platform/tables/workbook.ts'

/** A cell as it is kept in the database: empty is 0, a plain text is itself, anything else names its parts. */
type StoredCell = 0 | string | Omit<Cell, 'hidden'>

/** A sheet as the wizard keeps it, so that one can go back and forth without the file. */
export interface StoredSheet {
  name: string
  hidden: boolean
  width: number
  rows: StoredCell[][]
  hiddenRows: number[]
  hiddenColumns: number[]
  merges: Merge[]
}

export const storedSheet = (sheet: Sheet): StoredSheet => ({
  name: sheet.name.slice(0, 100),
  hidden: sheet.hidden,
  width: sheet.width,
  rows: sheet.rows.map((row) => row.map(storedCell)),
  hiddenRows: [...sheet.hiddenRows],
  hiddenColumns: [...sheet.hiddenColumns],
  merges: [...sheet.merges],
})

function storedCell(cell: Cell): StoredCell {
  const { hidden: _hidden, ...kept } = cell
  if (cell.kind === 'empty' && !cell.mergedInto && !cell.fill && !cell.comment) return 0
  const isPlain = cell.kind === 'text' && Object.keys(kept).length === 2
  return isPlain
    ? withoutZeros(cell.text)
    : { ...kept, text: withoutZeros(cell.text), ...(kept.comment && { comment: withoutZeros(kept.comment) }) }
}

// PostgreSQL keeps no zero character in JSON.
const withoutZeros = (text: string) => text.replaceAll('\0', '')

export const openSheet = (sheet: StoredSheet): Sheet => ({
  name: sheet.name,
  hidden: sheet.hidden,
  width: sheet.width,
  rows: sheet.rows.map((row) => (row.length === 0 ? emptyRow : row.map(openCell))),
  hiddenRows: new Set(sheet.hiddenRows),
  hiddenColumns: new Set(sheet.hiddenColumns),
  merges: sheet.merges,
})

const openCell = (cell: StoredCell): Cell =>
  cell === 0 ? emptyCell : typeof cell === 'string' ? { text: cell, kind: 'text' } : cell
