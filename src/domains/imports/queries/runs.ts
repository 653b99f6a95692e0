import { sql } from 'kysely'
import * as v from 'valibot'
import type { Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Sheet } from '#platform/tables/workbook.ts'
import { choicesSchema, type Choices } from '../model/choices.ts'
import type { ImportResult } from '../model/result.ts'
import type { TakingBack } from '../model/taking-back.ts'
import { openStates, type RunState } from '../model/run.ts'
import { openSheet, type StoredSheet } from '../model/stored-sheet.ts'

/** An import as it is listed. */
export interface Run {
  id: number
  what: string
  fileName: string
  state: RunState
  /** Rows that are done, of `rowCount`. */
  progress: number
  rowCount: number
  choices: Choices
  result: ImportResult | null
  planVersionId: number | null
  accountId: string | null
  /** Who began it, as far as that is still known. */
  by: string | null
  createdAt: Date
  finishedAt: Date | null
  takenBackAt: Date | null
  takenBackBy: string | null
  takenBack: TakingBack | null
}

// Names are read only of people who still have a role here.
const columns = sql`r.id, r.what, r.file_name, r.state, r.progress, r.row_count, r.choices, r.result, r.plan_version_id,
  r.created_by as account_id, (select coalesce(u.name, m.function_title) from membership m left join auth."user" u on u.id = m.account_id
    where m.account_id = r.created_by) as by,
  r.created_at, r.finished_at, r.taken_back_at, r.taken_back_by, r.taken_back`

const asRun = (row: Run): Run => {
  const choices = v.safeParse(choicesSchema, row.choices)
  return { ...row, choices: choices.success ? choices.output : {} }
}

/** The latest imports, newest first; what was begun and never finished is among them. One statement. */
export async function listRuns(db: Database, limit = 50): Promise<Run[]> {
  const { rows } =
    await sql<Run>`select ${columns} from import_run r order by r.created_at desc, r.id desc limit ${limit}`.execute(db)
  return rows.map(asRun)
}

/** One import without its sheets. Throws NotFound. */
export async function getRun(db: Database, id: number): Promise<Run> {
  const { rows } = await sql<Run>`select ${columns} from import_run r where r.id = ${id}`.execute(db)
  const [row] = rows
  if (!row) throw new NotFound()
  return asRun(row)
}

/** The import of a file with the same content that nobody has finished. */
export async function findOpenRun(db: Database, what: string, sha256: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('importRun')
    .where('what', '=', what)
    .where('sha256', '=', sha256)
    .where('state', 'in', openStates)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** All sheets of an import, or only the chosen one (then the others are empty names). */
export async function loadSheets(db: Database, id: number, only?: number): Promise<Sheet[]> {
  const part = only === undefined ? sql`sheets` : sql`jsonb_build_array(sheets -> ${only}::int)`
  const { rows } = await sql<{
    sheets: (StoredSheet | null)[]
  }>`select ${part} as sheets from import_run where id = ${id}`.execute(db)
  return (rows[0]?.sheets ?? []).flatMap((sheet) => (sheet ? openSheet(sheet) : []))
}

/** The sheet that is read in. Throws NotFound when there is none, e.g. after the import is done. */
export async function getSheet(db: Database, id: number, number: number): Promise<Sheet> {
  const [sheet] = await loadSheets(db, id, number)
  if (!sheet) throw new NotFound()
  return sheet
}
