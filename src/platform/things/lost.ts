import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

/** How many texts in other languages a thing has: they end with it. */
export async function countTexts(db: Database, kind: string, id: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from translation where thing_kind = ${kind} and thing_id = ${id}`.execute(db)
  return rows[0]?.count ?? 0
}
