import { cellAt, columnLetters, shownAt, type Cell, type Sheet } from '#platform/tables/workbook.ts'
import type { FlexDate } from '#values/flex-date.ts'
import {
  parseAmount,
  parseCount,
  parseDate,
  parseFlag,
  parseMeasureNumber,
  parsePercent,
  parsePeriod,
  parsePosts,
  parseText,
  parseTitle,
  textIn,
  type Amount,
  type Parsed,
  type Period,
  type Remark,
} from './cells.ts'
import { sheetAsRead } from './as-read.ts'
import type { Choices } from './choices.ts'
import { fieldOf, type FieldType, type ImportField, type ImportKind } from './kind.ts'
import { warnOfLostZeros } from './lost-zero.ts'
import { namesIn, type Parting } from './names.ts'
import { tableRows, type SkippedRow, type TableRow } from './rows.ts'
import { unreadColumns, type UnreadColumn } from './unread.ts'

/** What a field got from its cell: a value by its type, or the words of a file that still have to be given a meaning. */
export type DraftValue = string | number | boolean | null | FlexDate | Period | Amount | readonly string[]

/** Something about a row. `column` is counted from 0; undefined: about the row as a whole. */
export interface RowRemark extends Remark {
  row: number
  column?: number
}

/** A row of the file as far as it can be read without knowing what is there already. */
export interface Draft {
  /** Counted from 0. */
  row: number
  /** Only what is mapped and filled: an empty cell changes nothing. */
  values: Record<string, DraftValue>
  /** The column that a field came from. */
  columns: Record<string, number>
  problems: RowRemark[]
  hints: RowRemark[]
}

export interface ReadDrafts {
  drafts: Draft[]
  skipped: SkippedRow[]
  /** Columns with content that are not taken in. */
  unread: UnreadColumn[]
}

/** Reads the rows of a sheet as the person's choices say. Pure: the same file and choices give the same drafts. */
export function readDrafts(kind: ImportKind, original: Sheet, choices: Choices): ReadDrafts {
  const sheet = sheetAsRead(original, choices)
  const mapped = mappedColumns(kind, sheet, choices)
  const titleColumn = mapped.find(({ field }) => field.key === 'title')?.column
  const { rows, skipped } = tableRows(sheet, choices.headerRow ?? 0, {
    titleColumn,
    withHidden: choices.withHidden ?? false,
    takenIn: choices.takeIn ?? [],
  })
  const hasField = kind.fields.some(({ key }) => key === 'actionField')
  const drafts = rows.map((row) => readRow(sheet, row, mapped, { ...choices, hasField }))
  warnOfLostZeros(drafts, sheet)
  return { drafts, skipped, unread: unreadColumns(kind, sheet, choices, rows) }
}

interface MappedColumn {
  column: number
  key: string
  heading: string
  field: ImportField
}

export function mappedColumns(
  kind: ImportKind,
  sheet: Sheet,
  { columns = {}, headerRow = 0 }: Choices,
): MappedColumn[] {
  const mapped: MappedColumn[] = []
  for (let column = 0; column < sheet.width; column++) {
    const key = columns[columnLetters(column)]
    const field = key ? fieldOf(kind, key) : undefined
    if (!key || !field) continue
    mapped.push({ column, key, field, heading: shownAt(sheet, headerRow, column).text.replaceAll(/\s+/g, ' ').trim() })
  }
  return mapped
}

/** A field, a lead or a time that is merged over several rows counts for each of them; an amount only once. */
const spreading = new Set<FieldType>(['thing', 'things', 'lead', 'choice', 'date', 'period', 'flag'])

function readRow(
  sheet: Sheet,
  { row, group }: TableRow,
  mapped: readonly MappedColumn[],
  { hasField, ...choices }: Choices & { hasField: boolean },
): Draft {
  const draft: Draft = { row, values: {}, columns: {}, problems: [], hints: [] }
  for (const column of mapped) {
    const { field, key } = column
    const own = cellAt(sheet, row, column.column)
    const isBelow = own.mergedInto?.column === column.column && spreading.has(field.type)
    const cell = isBelow ? shownAt(sheet, row, column.column) : own
    if (textIn(cell) === '' && cell.kind !== 'error') continue
    const isAtCommas = choices.atCommas?.includes(field.key) ?? false
    const parsed = readCell(cell, field, { atCommas: isAtCommas, parted: choices.parted?.[field.key] ?? [] })
    const at = { row, column: column.column }
    draft.columns[key] ??= column.column
    if (!parsed.ok) {
      draft.problems.push({ ...parsed.problem, ...at })
      continue
    }
    if (parsed.hint) draft.hints.push({ ...parsed.hint, ...at })
    draft.values[key] = field.several ? withParagraph(draft.values[key], column, parsed.value) : parsed.value
  }
  if (group !== undefined && hasField && !mapped.some(({ key }) => key === 'actionField'))
    draft.values['actionField'] = [group]
  noteComments(draft, sheet)
  for (const { field, column } of mapped) {
    const text = draft.values[field.key]
    const max = field.max
    if (field.several && typeof text === 'string' && max !== undefined && text.length > max) {
      draft.problems.push({ code: 'tooLong', values: { length: text.length, max }, row, column })
      break
    }
  }
  return draft
}

/** What somebody wrote beside a cell is shown, so that it is not lost. */
function noteComments({ row, hints }: Draft, sheet: Sheet) {
  for (const [column, { comment }] of (sheet.rows[row] ?? []).entries()) {
    if (comment) hints.push({ code: 'comment', values: { text: comment.replaceAll(/\s+/g, ' ') }, row, column })
  }
}

/** The first column is the text; further ones follow, each under its heading. Names follow each other. */
function withParagraph(before: DraftValue | undefined, { heading }: MappedColumn, text: DraftValue): DraftValue {
  if (Array.isArray(text) && Array.isArray(before)) return [...new Set<string>([...before, ...text])]
  if (typeof text !== 'string') return text
  if (typeof before !== 'string') return text
  return heading ? `${before}\n\n**${heading}**\n\n${text}` : `${before}\n\n${text}`
}

function readCell(cell: Cell, field: ImportField, names: Parting): Parsed<DraftValue> {
  const max = field.max ?? 300
  switch (field.type) {
    case 'number':
      return parseMeasureNumber(cell, max)
    case 'title':
      return parseTitle(cell, max)
    case 'text':
    case 'long-text':
      return parseText(cell, max)
    case 'date':
      return parseDate(cell)
    case 'period':
      return parsePeriod(cell)
    case 'flag':
      return parseFlag(cell)
    case 'percent':
      return parsePercent(cell)
    case 'count':
      return parseCount(cell)
    case 'euro':
      return parseAmount(cell)
    case 'posts':
      return parsePosts(cell)
    case 'choice': {
      const text = parseTitle(cell, 300)
      return text.ok ? { ok: true, value: [text.value] } : text
    }
    case 'thing': {
      const text = parseTitle(cell, 500)
      return text.ok ? { ok: true, value: [text.value] } : text
    }
    case 'things':
    case 'lead': {
      const text = parseText(cell, 5000)
      return text.ok ? { ok: true, value: namesIn(cell, names) } : text
    }
  }
}
