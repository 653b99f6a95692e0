import { sql } from 'kysely'
import { linkedThings } from '#platform/things/linked.ts'
import type { Database } from '#platform/db/database.ts'
import { hangingOf, type Hanging } from '#platform/things/remove-page.tsx'

/** The goals and measures that are measured by an indicator lose it. */
export const hangingOn = async (db: Database, planVersionId: number, id: number): Promise<Hanging[]> =>
  (await linkedThings(db, planVersionId, 'indicator', id))
    .filter(({ kind }) => kind !== 'action-field')
    .map((thing) => hangingOf(thing))

/** How many values end with an indicator: none while another version of the plan shows it. */
export async function countValues(db: Database, id: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from observation where indicator_id = ${id}
      and (select count(*) from indicator where id = ${id}) = 1`.execute(db)
  return rows[0]?.count ?? 0
}
