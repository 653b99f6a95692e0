import { emptyCell, Unreadable, type Cell, type Merge, type ReadLimits, type Sheet } from './workbook.ts'

/** A cell of a table in a document or on a web page, which says itself how far it reaches. */
export interface GridCell {
  cell: Cell
  /** Columns that it covers. */
  columns: number
  /** Rows that it covers; `above`: it continues the cell above it. */
  rows: number | 'above'
}

export interface GridRow {
  /** Columns left free at its beginning. */
  before: number
  cells: GridCell[]
  hidden: boolean
}

/** How many cells all tables of a file may have together, covered ones included. */
export interface GridBudget {
  cells: number
}

interface Spanning {
  rowsLeft: number
  origin: { row: number; column: number }
}

/** Puts the cells of a table where a person sees them. @throws Unreadable when it is wider or longer than is read */
export function sheetOfGrid(
  name: string,
  grid: readonly GridRow[],
  limits: ReadLimits,
  budget: GridBudget,
  hiddenColumns: ReadonlySet<number> = new Set(),
): Sheet {
  const tooMany = (code: 'too-many-rows' | 'too-many-columns' | 'too-many-cells', limit: number) =>
    new Unreadable({ code, detail: { sheet: name, limit } })
  if (grid.length > limits.rows) throw tooMany('too-many-rows', limits.rows)
  const rows: Cell[][] = []
  const origins: { row: number; column: number }[][] = []
  const merges = new Map<string, Merge>()
  const spanning: (Spanning | undefined)[] = []

  const put = (row: number, column: number, cell: Cell, origin: { row: number; column: number }) => {
    if (--budget.cells < 0) throw tooMany('too-many-cells', limits.cells)
    if (column >= limits.columns) throw tooMany('too-many-columns', limits.columns)
    const isOrigin = origin.row === row && origin.column === column
    ;(rows[row] ??= [])[column] = isOrigin ? cell : { ...emptyCell, mergedInto: origin }
    ;(origins[row] ??= [])[column] = origin
    if (isOrigin) return
    const key = `${origin.row}.${origin.column}`
    const { bottom, right } = merges.get(key) ?? { bottom: origin.row, right: origin.column }
    const merge = {
      top: origin.row,
      left: origin.column,
      bottom: Math.max(bottom, row),
      right: Math.max(right, column),
    }
    merges.set(key, merge)
  }

  for (const [row, { before, cells }] of grid.entries()) {
    rows[row] ??= []
    let column = before
    const passCovered = () => {
      for (let over = spanning[column]; over; over = spanning[column]) {
        put(row, column, emptyCell, over.origin)
        spanning[column] = over.rowsLeft > 1 ? { ...over, rowsLeft: over.rowsLeft - 1 } : undefined
        column++
      }
    }
    for (const { cell, columns, rows: height } of cells) {
      passCovered()
      const above = height === 'above' ? origins[row - 1]?.[column] : undefined
      const origin = above ?? { row, column }
      for (let covered = 0; covered < Math.max(1, columns); covered++, column++) {
        put(row, column, cell, origin)
        if (typeof height === 'number' && height > 1) spanning[column] = { rowsLeft: height - 1, origin }
      }
    }
    passCovered()
  }
  return finish(name, grid, rows, [...merges.values()], hiddenColumns)
}

function finish(
  name: string,
  grid: readonly GridRow[],
  rows: readonly (readonly (Cell | undefined)[])[],
  merges: Merge[],
  hiddenColumns: ReadonlySet<number>,
): Sheet {
  const hiddenRows = new Set(grid.flatMap(({ hidden }, row) => (hidden ? [row] : [])))
  const lastOf = (row: readonly (Cell | undefined)[]) => row.findLastIndex((cell) => cell && cell.kind !== 'empty')
  const width = Math.max(0, ...rows.map((row) => lastOf(row) + 1))
  const lastRow = rows.findLastIndex((row) => lastOf(row) >= 0)
  return {
    name,
    hidden: false,
    width,
    rows: rows.slice(0, lastRow + 1).map((row, at) =>
      Array.from({ length: Math.min(width, row.length) }, (_, column) => {
        const cell = row[column] ?? emptyCell
        return hiddenRows.has(at) || hiddenColumns.has(column) ? { ...cell, hidden: true as const } : cell
      }),
    ),
    hiddenRows,
    hiddenColumns,
    merges,
  }
}
