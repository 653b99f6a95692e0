import { columnLetters, cellAt, shownAt, type Sheet } from '#platform/tables/workbook.ts'
import { textIn } from './cells.ts'
import type { Choices } from './choices.ts'
import { looksLikeMoney } from './columns.ts'
import { fieldOf, type ImportKind } from './kind.ts'
import type { TableRow } from './rows.ts'

/** A column that has something in the rows of things, and that nobody takes in. */
export interface UnreadColumn {
  letters: string
  heading: string
  /** Rows with something in it. */
  filled: number
  /** At most two different values. */
  samples: string[]
  /** Headed like money, but of no year. */
  isMoney: boolean
}

/** What would be left behind: every column with content that has no meaning yet. */
export function unreadColumns(
  kind: ImportKind,
  sheet: Sheet,
  { columns = {}, headerRow = 0 }: Choices,
  rows: readonly TableRow[],
): UnreadColumn[] {
  const unread: UnreadColumn[] = []
  for (let column = 0; column < sheet.width; column++) {
    const letters = columnLetters(column)
    if (fieldOf(kind, columns[letters] ?? '')) continue
    const texts = rows.map(({ row }) => textIn(cellAt(sheet, row, column)).replaceAll(/\s+/g, ' ')).filter(Boolean)
    if (texts.length === 0) continue
    const heading = shownAt(sheet, headerRow, column).text.replaceAll(/\s+/g, ' ').trim()
    const samples = [...new Set(texts)].slice(0, 2).map((text) => (text.length > 60 ? `${text.slice(0, 59)}…` : text))
    unread.push({ letters, heading, filled: texts.length, samples, isMoney: looksLikeMoney(kind, { heading }) })
  }
  return unread
}
