import { emptyCell, emptyRow, positionOf, Unreadable } from './workbook.ts'
import type { Cell, Merge, ReadLimits, Sheet } from './workbook.ts'
import { cellMaker, type Context, type RawCell } from './xlsx-cells.ts'
import { RunReader } from './xlsx-strings.ts'
import { isTrue, readXml, type Attributes } from './xml.ts'

/** What may be used up over all sheets of a file. */
export interface Budget {
  cells: number
  covered: number
}

interface SheetInput {
  name: string
  hidden: boolean
  part: string
  chunks: AsyncIterable<Uint8Array>
  comments: ReadonlyMap<string, string>
}

/** Reads one sheet in one pass. @throws Unreadable when it holds too much or is damaged */
export async function readSheet(
  input: SheetInput,
  context: Context,
  limits: ReadLimits,
  budget: Budget,
): Promise<Sheet> {
  const reader = new SheetReader(input.name, context, limits, budget)
  await readXml(input.part, input.chunks, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  })
  return reader.finish(input.hidden, input.comments)
}

class SheetReader {
  private readonly rows: Cell[][] = []
  private readonly hiddenRows = new Set<number>()
  private readonly hiddenColumns = new Set<number>()
  private readonly merges: Merge[] = []
  private readonly runs = new RunReader()
  private readonly makeCell: (raw: RawCell) => Cell
  private readonly sheet: string
  private readonly limits: ReadLimits
  private readonly budget: Budget
  private width = 0
  private filledRows = 0

  private row = -1
  private column = -1
  private cells: Cell[] = []
  private raw: RawCell | undefined
  private inValue = false

  constructor(sheet: string, context: Context, limits: ReadLimits, budget: Budget) {
    this.sheet = sheet
    this.limits = limits
    this.budget = budget
    this.makeCell = cellMaker(context)
  }

  open(name: string, attributes: Attributes) {
    if (name === 'c') this.openCell(attributes)
    else if (name === 'v') this.inValue = true
    else if (name === 'row') this.openRow(attributes)
    else if (name === 'f' && this.raw) this.raw.formula = true
    else if (name === 'col') this.hideColumns(attributes)
    else if (name === 'mergeCell') this.addMerge(attributes['ref'] ?? '')
    else if (this.raw) this.runs.open(name, attributes)
  }

  text(text: string) {
    if (!this.raw) return
    if (this.inValue) this.raw.value += text
    else this.runs.text(text)
  }

  close(name: string) {
    if (name === 'v') this.inValue = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row') this.closeRow()
    else if (this.raw && name === 'is') this.raw.inline = this.runs.take()
    else if (this.raw) this.runs.close(name)
  }

  private openRow({ r, hidden }: Attributes) {
    this.row = r === undefined ? this.row + 1 : Number(r) - 1
    if (!(this.row >= 0 && this.row < 1_048_576)) throw this.broken()
    if (isTrue(hidden)) this.hiddenRows.add(this.row)
    this.column = -1
    this.cells = []
  }

  private openCell({ r, s, t }: Attributes) {
    const column = r === undefined ? this.column + 1 : positionOf(r)?.column
    if (column === undefined) throw this.broken()
    this.column = column
    this.raw = { type: t ?? 'n', style: Number(s ?? 0), value: '', inline: undefined, formula: false }
  }

  private closeCell() {
    if (!this.raw) return
    const cell = this.makeCell(this.raw)
    this.raw = undefined
    if (cell === emptyCell) return
    if (this.column >= this.limits.columns) {
      if (cell.kind === 'empty') return
      throw this.tooMany('too-many-columns', this.limits.columns)
    }
    if (cell.kind !== 'empty' && --this.budget.cells < 0) throw this.tooMany('too-many-cells', this.limits.cells)
    while (this.cells.length < this.column) this.cells.push(emptyCell)
    const hidden = this.hiddenColumns.has(this.column) || this.hiddenRows.has(this.row)
    this.cells[this.column] = hidden ? { ...cell, hidden: true } : cell
  }

  /** Rows without any value are only counted: files are often coloured down to the last of a million rows. */
  private closeRow() {
    const last = this.cells.findLastIndex(({ kind }) => kind !== 'empty')
    if (last < 0) return
    if (++this.filledRows > this.limits.rows) throw this.tooMany('too-many-rows', this.limits.rows)
    this.width = Math.max(this.width, last + 1)
    while (this.rows.length < this.row) this.rows.push(emptyRow as Cell[])
    this.rows[this.row] = this.cells
  }

  private hideColumns({ min, max, hidden }: Attributes) {
    if (!isTrue(hidden)) return
    const last = Math.min(Number(max), this.limits.columns)
    for (let column = Number(min); column <= last; column++) this.hiddenColumns.add(column - 1)
  }

  private addMerge(ref: string) {
    const [from = '', to = ''] = ref.split(':')
    const [start, end] = [positionOf(from), positionOf(to)]
    if (!start || !end) return
    const merge = { top: start.row, left: start.column, bottom: end.row, right: end.column }
    if (merge.top <= merge.bottom && merge.left <= merge.right) this.merges.push(merge)
  }

  finish(hidden: boolean, comments: ReadonlyMap<string, string>): Sheet {
    const { rows, width } = this
    for (const [index, row] of rows.entries()) if (row.length > width) rows[index] = row.slice(0, width)
    for (const merge of this.merges) this.cover(merge)
    for (const [address, comment] of comments) {
      const at = positionOf(address)
      if (at && at.row < rows.length && at.column < width)
        this.replace(at.row, at.column, (cell) => ({ ...cell, comment }))
    }
    return {
      name: this.sheet,
      hidden,
      rows,
      width,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      merges: this.merges,
    }
  }

  /** Marks what a merged cell covers, as far as the sheet holds anything: a merge may span the whole sheet. */
  private cover({ top, left, bottom, right }: Merge) {
    const lastRow = Math.min(bottom, this.rows.length - 1)
    const lastColumn = Math.min(right, this.width - 1)
    this.budget.covered -= Math.max(0, lastRow - top + 1) * Math.max(0, lastColumn - left + 1)
    if (this.budget.covered < 0) throw this.tooMany('too-many-cells', this.limits.cells)
    const mergedInto = { row: top, column: left }
    for (let row = top; row <= lastRow; row++) {
      for (let column = left; column <= lastColumn; column++) {
        if (row === top && column === left) continue
        // What is stored under a merged cell is not shown, so it is not kept either.
        this.replace(row, column, ({ fill, hidden }) => ({
          ...emptyCell,
          ...(fill && { fill }),
          ...(hidden && { hidden }),
          mergedInto,
        }))
      }
    }
  }

  private replace(row: number, column: number, change: (cell: Cell) => Cell) {
    let cells = this.rows[row]
    // Rows without a value share one array until something is known about a cell of theirs.
    if (!cells || cells === emptyRow) this.rows[row] = cells = []
    while (cells.length <= column) cells.push(emptyCell)
    cells[column] = change(cells[column] ?? emptyCell)
  }

  private broken = () => new Unreadable({ code: 'broken', detail: { part: this.sheet } })
  private tooMany = (code: 'too-many-rows' | 'too-many-columns' | 'too-many-cells', limit: number) =>
    new Unreadable({ code, detail: { sheet: this.sheet, limit } })
}
