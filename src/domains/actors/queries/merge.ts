import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import { findOptions, type PickOption } from '#platform/things/pick.ts'
import type { ActorType } from '../model/actor.ts'
import type { Mergeable } from '../model/merge.ts'

export interface MergeLinks {
  leads: number
  partnerships: number
  seats: number
  contacts: number
  people: number
}

/** How much points to this actor and would follow it. One statement. */
export async function countLinks(db: Database, id: number): Promise<MergeLinks> {
  const { rows } = await sql<MergeLinks>`select
    (select count(*) from measure where lead_actor_id = ${id}) as leads,
    (select count(*) from measure_partner where actor_id = ${id}) as partnerships,
    (select count(*) from body_seat where actor_id = ${id}) as seats,
    (select count(*) from actor_contact where actor_id = ${id}) as contacts,
    (select count(*) from membership where actor_id = ${id}) as people`.execute(db)
  return rows[0] ?? { leads: 0, partnerships: 0, seats: 0, contacts: 0, people: 0 }
}

/** Entries that may be the same organisation: those found by these words, or those named like it. */
export const findSimilar = (db: Database, id: number, name: string, query: string): Promise<PickOption[]> =>
  findOptions(
    db,
    sql`select id, name || coalesce(', ' || place, '') as label, 0 as position from actor`,
    query || name,
    [id],
  )

/** What of an entry counts when two become one. Throws NotFound. */
export async function getMergeable(db: Database, id: number): Promise<Mergeable & { version: number }> {
  const row = await db.selectFrom('actor').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    version: row.version,
    name: row.name,
    types: row.types as ActorType[],
    legalForm: row.legalForm,
    registerNumber: row.registerNumber,
    isNonProfit: row.isNonProfit,
    isMigrantOrganisation: row.isMigrantOrganisation,
    cooperationState: row.cooperationState,
    cooperationForm: row.cooperationForm,
    cooperationSince: row.cooperationSince,
    description: row.description,
    place: row.place,
    website: row.website,
    languages: row.languages,
    offers: row.offers,
    verifiedOn: row.verifiedOn,
    publishedAt: row.publishedAt,
  }
}
