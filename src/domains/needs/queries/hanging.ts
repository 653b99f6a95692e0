import { sql } from 'kysely'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { Hanging } from '#platform/things/remove-page.tsx'

/** The goals that answer a need lose it. */
export async function hangingOn(db: Database, { planVersionId }: Acting, id: number): Promise<Hanging[]> {
  const { rows } = await sql<{ id: number; text: string }>`
    select g.id, g.text from goal_need l join goal g on g.municipality_id = l.municipality_id
      and g.plan_version_id = l.plan_version_id and g.id = l.goal_id
    where l.plan_version_id = ${planVersionId} and l.need_id = ${id} order by g.position, g.id`.execute(db)
  return rows.map((row) => ({ label: row.text, path: goalPaths.one(row.id), blocks: false }))
}
