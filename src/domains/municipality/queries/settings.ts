import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { MunicipalityRow } from '#platform/http/municipalities.ts'
import type { LocalDate } from '#values/local-date.ts'

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

/** The names of all fields that somebody has set or confirmed since the municipality was made. */
export async function listChangedFields(db: Database, municipalityId: number): Promise<Set<string>> {
  const { rows } = await sql<{ field: string }>`
    select distinct jsonb_object_keys(changes) as field from audit_entry
    where thing_kind = 'municipality' and thing_id = ${municipalityId} and act in ('changed', 'confirmed')`.execute(db)
  return new Set(rows.map(({ field }) => field))
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

/** Whether somebody can approve what others hand over: a department head whose post has not ended. */
export async function hasApprover(db: Database, day: LocalDate): Promise<boolean> {
  const { rows } = await sql`select from membership
    where 'department-head' = any(roles) and (ends_on is null or ends_on >= ${day}) limit 1`.execute(db)
  return rows.length > 0
}
