import { addressOf } from '#platform/tables/workbook.ts'
import type { RowRemark } from './drafts.ts'

/** Something about a row that a person has to look at, as the terminal prints it too. */
export interface ReportedRemark {
  /** As people count. */
  row: number
  /** `F14`; '' when it is about the row as a whole. */
  cell: string
  /** The key of the sentence, and what it names. */
  code: string
  values?: Readonly<Record<string, string | number>>
}

/** What came of an import: kept with it when its copy of the file is gone. */
export interface ImportResult {
  /** How many of what was created: `{ "measures": 12, "actor": 3 }`. */
  created: Record<string, number>
  updated: Record<string, number>
  unchanged: number
  /** Rows left out because of a problem. */
  leftOut: number
  problems: ReportedRemark[]
  /** Why nothing was read in at all. */
  refused?: 'problems' | 'lost-race' | 'number-taken' | 'nothing' | 'failed'
}

/** Problems that are kept with a finished import. */
export const mostProblemsKept = 200

/** A problem with its place as people say it: row 14, cell F14. */
export const reportedRemark = ({ row, column, code, values }: RowRemark): ReportedRemark => ({
  row: row + 1,
  cell: column === undefined ? '' : addressOf(row, column),
  code,
  ...(values && {
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, short(value, code === 'comment' ? 400 : 80)]),
    ),
  }),
})

/** A report names what is wrong and does not repeat a page of text. */
const short = (value: string | number, most: number) =>
  typeof value === 'string' && value.length > most ? `${value.slice(0, most - 1)}…` : value
