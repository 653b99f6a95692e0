import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

/** Which of these sentences already are a need of this version of the plan. Capital letters and accents do not count. */
export async function findSame(db: Database, planVersionId: number, statements: readonly string[]): Promise<string[]> {
  if (statements.length === 0) return []
  const { rows } = await sql<{ statement: string }>`
    select s.statement from unnest(${statements}::text[]) as s(statement)
    where exists (select from need n where n.plan_version_id = ${planVersionId} and fold(n.statement) = fold(s.statement))`.execute(
    db,
  )
  return rows.map(({ statement }) => statement)
}
