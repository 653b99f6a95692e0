import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

/** The municipalities in which this person agreed that their name stands on public pages. One statement. */
export async function listPublicNames(db: Database, accountId: string): Promise<Set<number>> {
  const { rows } = await sql<{ municipalityId: number }>`
    select municipality_id from consents_of(${accountId}) where name_is_public`.execute(db)
  return new Set(rows.map(({ municipalityId }) => municipalityId))
}
