import { sql } from 'kysely'
import { enterMunicipality, type Database } from '#platform/db/database.ts'
import type { Place } from './places.ts'

/** In which of these municipalities the person agreed that their name is public. One statement per municipality. */
export async function listPublicNames(db: Database, places: readonly Place[], accountId: string): Promise<Set<number>> {
  const agreed = new Set<number>()
  for (const { municipality } of places) {
    await enterMunicipality(db, municipality.id)
    const row = await db
      .selectFrom('membership')
      .where('accountId', '=', accountId)
      .select('nameIsPublic')
      .executeTakeFirst()
    if (row?.nameIsPublic) agreed.add(municipality.id)
  }
  await sql`select set_config('app.municipality', '', true)`.execute(db)
  return agreed
}
