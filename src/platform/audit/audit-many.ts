import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { publishChange } from '#platform/page-cache/generations.ts'
import type { Act, Changes } from './audit.ts'

/** One thing of many that were changed together. No field of it may be personal. */
export type ManyActs = Pick<Act, 'municipalityId' | 'accountId' | 'importId'> & { thingKind: string }
export interface OneOfMany {
  thingId: number
  act: string
  changes: Changes
}

/** Writes one entry per thing in a single statement: importing a thousand measures leaves a thousand entries. */
export async function writeAuditMany(
  db: Database,
  { municipalityId, accountId, importId = null, thingKind }: ManyActs,
  entries: readonly OneOfMany[],
  { isPublic = false }: { isPublic?: boolean } = {},
): Promise<void> {
  if (entries.length > 0) {
    const rows = entries.map(({ thingId, act, changes }) => ({ thing_id: thingId, act, changes }))
    await sql`insert into audit_entry (municipality_id, account_id, thing_kind, thing_id, act, import_id, changes)
      select ${municipalityId}::bigint, ${accountId}::uuid, ${thingKind}::text, r.thing_id, r.act, ${importId}::bigint, r.changes
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(thing_id bigint, act text, changes jsonb)`.execute(
      db,
    )
  }
  if (isPublic) await publishChange(db, municipalityId)
}
