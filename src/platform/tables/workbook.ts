/** What a cell shows and what is known about it. Cells are shared between positions: never change one. */
export interface Cell {
  /** As shown, but with a decimal point, no thousands separators and no unit; a date as `YYYY-MM-DD`. Line breaks are `\n`. */
  readonly text: string
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** The stored value, unrounded: 0.2512 where the text says `25%`. */
  readonly number?: number
  /** `YYYY-MM-DD`. */
  readonly date?: string
  /** The number format as stored, where it is not the general one: it may hold the unit (`0 "T€"`). */
  readonly format?: string
  /** Background as `#rrggbb`. */
  readonly fill?: string
  readonly bold?: true
  /** The whole text is struck through. */
  readonly struck?: true
  /** Only a part is struck through: this is the text without it. */
  readonly unstruck?: string
  readonly comment?: string
  /** In a hidden row or column. */
  readonly hidden?: true
  /** Covered by a merged cell whose upper left corner is there (counted from 0). */
  readonly mergedInto?: CellPosition
}

/** Row and column, both counted from 0. */
export interface CellPosition {
  readonly row: number
  readonly column: number
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** `rows[0]` is row 1. Rows end where nothing follows, so they differ in length. */
  readonly rows: readonly (readonly Cell[])[]
  /** One more than the last column that holds something. */
  readonly width: number
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly merges: readonly Merge[]
  /** Where each row stands in a file that is no table: `$.data[2].children[0]`. */
  readonly paths?: readonly string[]
}

/** A merged range, both corners included, counted from 0. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Delimiter = ';' | ',' | '\t'

export type ReadResult =
  | { ok: true; sheets: Sheet[]; csv?: { encoding: Encoding; delimiter: Delimiter } }
  | { ok: false; problem: ReadProblem }

/** Why a file cannot be read: a code and its data. The words are the caller's. */
export type ReadProblem =
  | { code: 'too-large'; detail: { bytes: number; limit: number } }
  | { code: 'empty'; detail: Record<never, never> }
  | { code: 'no-table'; detail: Record<never, never> }
  | { code: 'not-a-workbook'; detail: { found: OtherFile } }
  | { code: 'old-xls'; detail: Record<never, never> }
  | { code: 'encrypted'; detail: Record<never, never> }
  | {
      code: 'zip-bomb'
      detail: { reason: 'entries' | 'total' | 'ratio' | 'understated'; found: number; limit: number }
    }
  | { code: 'too-many-rows' | 'too-many-columns' | 'too-many-cells'; detail: { sheet: string; limit: number } }
  | { code: 'broken'; detail: { part: string } }
  | { code: 'unknown-encoding'; detail: { offset: number } }
  | { code: 'unclosed-quote'; detail: { line: number } }

export type OtherFile =
  | 'pdf'
  | 'word'
  | 'slides'
  | 'open-document'
  | 'binary-workbook'
  | 'zip'
  | 'image'
  | 'html'
  | 'xml'
  | 'rtf'
  | 'office-97'
  | 'unknown'

/** What one file may cost. */
export interface ReadLimits {
  /** Size of the file. */
  bytes: number
  /** Files inside the archive. */
  entries: number
  /** Bytes of all files inside the archive, unpacked. */
  unpacked: number
  /** Unpacked to packed size of one file inside, asked from 1 MB on. */
  ratio: number
  /** Rows of one sheet that hold something. */
  rows: number
  /** Last column that may hold something. */
  columns: number
  /** Cells of one file that hold something; also how many may be covered by merged ones. */
  cells: number
}

export const defaultLimits: ReadLimits = {
  bytes: 10_000_000,
  entries: 2_000,
  unpacked: 200_000_000,
  ratio: 200,
  rows: 100_000,
  columns: 500,
  cells: 1_000_000,
}

/** Thrown inside the readers only; `readWorkbook` turns it into a result. */
export class Unreadable extends Error {
  readonly problem: ReadProblem
  constructor(problem: ReadProblem) {
    super(problem.code)
    this.problem = problem
  }
}

export const emptyCell: Cell = Object.freeze({ text: '', kind: 'empty' })
export const emptyRow: readonly Cell[] = Object.freeze([])

/** The cell there, empty where the sheet ends. */
export const cellAt = (sheet: Sheet, row: number, column: number): Cell => sheet.rows[row]?.[column] ?? emptyCell

/** What a person sees there: of a merged range, its upper left cell. */
export function shownAt(sheet: Sheet, row: number, column: number): Cell {
  const cell = cellAt(sheet, row, column)
  return cell.mergedInto ? cellAt(sheet, cell.mergedInto.row, cell.mergedInto.column) : cell
}

/** 0 → `A`, 27 → `AB`. */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest
}

/** The address a person knows: row 6, column 2 → `C7`. */
export const addressOf = (row: number, column: number) => `${columnLetters(column)}${row + 1}`

/** `C7` or `$C$7` → row 6, column 2; undefined when it is none. */
export function positionOf(address: string): CellPosition | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address) ?? []
  if (!letters || !digits) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return row >= 1 && row <= 1_048_576 && column <= 16_384 ? { row: row - 1, column: column - 1 } : undefined
}
