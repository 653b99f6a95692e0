import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { removePersonalData } from '#platform/audit/removal.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { requireComplete } from '#platform/things/editing.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing, removeThing } from '#platform/things/lifecycle.ts'
import type { LocalDate } from '#values/local-date.ts'
import { missingToPublish } from '../model/actor.ts'
import type { ActorContent } from '../model/form.ts'

/** The columns of the row that a form fills. What was not asked (null) is left as it is. */
function rowOf(content: ActorContent) {
  const { cooperation, cooperationForm, cooperationSince, confirmedOn } = content
  return {
    name: content.name,
    types: content.types,
    description: content.description,
    place: content.place,
    website: content.website,
    legalForm: content.legalForm,
    registerNumber: content.registerNumber,
    isNonProfit: content.isNonProfit,
    isMigrantOrganisation: content.isMigrantOrganisation,
    languages: content.languages,
    offers: content.offers,
    ...(cooperation !== null && { cooperationState: cooperation, cooperationForm, cooperationSince }),
    ...(confirmedOn !== null && { verifiedOn: confirmedOn }),
  }
}

/** Creates a draft. Returns its id. */
export const createActor = (db: Database, acting: Acting, content: ActorContent): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { id } = await tx
      .insertInto('actor')
      .values({ municipalityId: acting.municipalityId, ...rowOf(content) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await replaceLinks(tx, acting, id, content)
    await writeAudit(
      tx,
      { ...acting, thingKind: 'actor', thingId: id, act: 'created' },
      differences({}, auditValues(content)),
    )
    return id
  })

/**
 * Saves an actor that was read as `version`. Throws LostRace, and Refused('notComplete') when a public entry would no
 * longer say what the actor does.
 */
export const saveActor = (
  db: Database,
  acting: Acting,
  id: number,
  version: number,
  content: ActorContent,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { publishedAt } = await lockThing(tx, acting, 'actor', id, version)
    requireComplete(publishedAt, missingToPublish(content))
    const before = await tx.selectFrom('actor').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
    const linksBefore = await readLinks(tx, id)
    await tx
      .updateTable('actor')
      .set({ ...rowOf(content), version: version + 1, updatedAt: new Date() })
      .where('id', '=', id)
      .execute()
    await replaceLinks(tx, acting, id, content)
    const changes = differences({ ...before, ...linksBefore }, auditValues(content))
    await writeAudit(tx, { ...acting, thingKind: 'actor', thingId: id, act: 'changed' }, changes, {
      isPublic: publishedAt !== null,
    })
  })

/** "Still true": the entry is confirmed as of today. */
export const confirmActor = (db: Database, acting: Acting, id: number, on: LocalDate): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { publishedAt } = await lockThing(tx, acting, 'actor', id)
    const { verifiedOn: from } = await tx
      .selectFrom('actor')
      .where('id', '=', id)
      .select('verifiedOn')
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('actor')
      .set((eb) => ({ verifiedOn: on, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
    const act = { ...acting, thingKind: 'actor', thingId: id, act: 'confirmed' }
    await writeAudit(tx, act, { verifiedOn: { from, to: on } }, { isPublic: publishedAt !== null })
  })

/** Removes an actor with its contacts, and takes their data out of the history. Throws LostRace. */
export const removeActor = (db: Database, acting: Acting, id: number, version: number, on: LocalDate): Promise<void> =>
  inTransaction(db, async (tx) => {
    const contacts = await tx.selectFrom('actorContact').where('actorId', '=', id).select('id').execute()
    await removeThing(tx, acting, 'actor', id, version)
    const things = { thingKind: 'actor-contact', thingIds: contacts.map((contact) => contact.id) }
    await removePersonalData(tx, { municipalityId: acting.municipalityId, ...things }, on)
  })

const linkTables = [
  { field: 'actionFieldIds', table: 'actor_action_field', column: 'action_field_id' },
  { field: 'areaIds', table: 'actor_area', column: 'area_id' },
] as const

export async function readLinks(db: Database, id: number): Promise<Record<'actionFieldIds' | 'areaIds', number[]>> {
  const { rows } = await sql<{ field: string; id: number }>`
    select 'actionFieldIds' as field, action_field_id as id from actor_action_field where actor_id = ${id}
    union all select 'areaIds', area_id from actor_area where actor_id = ${id} order by 1, 2`.execute(db)
  const of = (field: string) => rows.filter((row) => row.field === field).map((row) => row.id)
  return { actionFieldIds: of('actionFieldIds'), areaIds: of('areaIds') }
}

/** Makes the links what the form says; ids that are not there can only come from a forged form and are left out. */
async function replaceLinks(db: Database, { municipalityId }: Acting, id: number, content: ActorContent) {
  for (const { field, table, column } of linkTables) {
    const wanted = content[field]
    await sql`delete from ${sql.table(table)} where actor_id = ${id} and not (${sql.ref(column)} = any(${wanted}))`.execute(
      db,
    )
    if (wanted.length === 0) continue
    const source = field === 'areaIds' ? sql`area` : sql`(select distinct municipality_id, id from action_field)`
    await sql`insert into ${sql.table(table)} (municipality_id, actor_id, ${sql.ref(column)})
      select ${municipalityId}, ${id}, o.id from ${source} o where o.id = any(${wanted}) on conflict do nothing`.execute(
      db,
    )
  }
}

/** What the history shows: columns and links. */
function auditValues(content: ActorContent): Record<string, unknown> {
  const sorted = (ids: readonly number[]) => ids.toSorted((a, b) => a - b)
  return { ...rowOf(content), actionFieldIds: sorted(content.actionFieldIds), areaIds: sorted(content.areaIds) }
}
