import type { Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { MunicipalityRow } from '#platform/http/municipalities.ts'

export interface ShownChange {
  at: Date
  act: string
  fields: string[]
}

/** The last changes of the municipality itself, newest first. One statement. */
export async function listLastChanges(db: Database, municipalityId: number, limit = 8): Promise<ShownChange[]> {
  const rows = await db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'municipality')
    .where('thingId', '=', municipalityId)
    .select(['at', 'act', 'changes'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ at, act, changes }) => ({ at, act, fields: Object.keys(changes as object) }))
}

/** The row of a public picture of this municipality. */
export const findPublicFile = (db: Database, id: number) =>
  db
    .selectFrom('file')
    .where('id', '=', id)
    .where('isPublic', '=', true)
    .select(['mediaType', 'sha256', 'size'])
    .executeTakeFirst()

/** The municipality's row as it is now, not as it is kept in memory. Throws NotFound. */
export async function getSettings(db: Database, id: number): Promise<MunicipalityRow> {
  const row = await db.selectFrom('municipality').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}
