import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { LostRace, NotFound } from '#platform/http/problems.ts'

/**
 * Holds the row of a thing that is neither drafted nor published (units, budget products, contacts) until the
 * transaction ends. Throws NotFound, and LostRace when it is no longer in the version that the form was made from.
 */
export async function lockRow(
  db: Database,
  table: 'org_unit' | 'budget_product' | 'actor_contact',
  id: number,
  version?: number,
): Promise<{ version: number }> {
  const { rows } = await sql<{ version: number }>`
    select version from ${sql.table(table)} where id = ${id} for update`.execute(db)
  const [row] = rows
  if (!row) throw new NotFound()
  if (version !== undefined && row.version !== version) throw new LostRace()
  return row
}
