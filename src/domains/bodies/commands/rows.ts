import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { BodyContent, SeatContent } from '../model/form.ts'

/** Makes tasks, seats, relations and fields what the form says. Throws Refused('wrongFields') for an unknown actor. */
export async function replaceRows(db: Database, acting: Acting, bodyId: number, content: BodyContent): Promise<void> {
  const { municipalityId } = acting
  await db.deleteFrom('bodyTask').where('bodyId', '=', bodyId).execute()
  if (content.tasks.length > 0) {
    const tasks = content.tasks.map(({ text, mode }, position) => ({ municipalityId, bodyId, position, text, mode }))
    await db.insertInto('bodyTask').values(tasks).execute()
  }
  await replaceSeats(db, municipalityId, bodyId, content.seats)
  await db.deleteFrom('bodyRelation').where('bodyId', '=', bodyId).execute()
  if (content.relations.length > 0) {
    const relations = content.relations.map((relation) => ({
      municipalityId,
      bodyId,
      kind: relation.kind,
      otherId: relation.otherId,
    }))
    await db
      .insertInto('bodyRelation')
      .values(relations)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await sql`delete from body_action_field where body_id = ${bodyId}`.execute(db)
  await sql`insert into body_action_field (municipality_id, body_id, action_field_id)
    select distinct ${municipalityId}::bigint, ${bodyId}::bigint, f.id from action_field f
    where f.id = any(${content.actionFieldIds})`.execute(db)
}

/** A seat keeps its identity: what later refers to it must not lose it because another seat was changed. */
async function replaceSeats(db: Database, municipalityId: number, bodyId: number, seats: readonly SeatContent[]) {
  const named = await namesOf(db, seats)
  const rows = seats.map(({ id, actorName, isPersonPublic, label, place: _place, ...seat }, position) => ({
    id,
    row: {
      ...seat,
      position,
      personIsPublic: isPersonPublic,
      actorId: actorName === null ? null : (named.actors.get(actorName) ?? null),
      label: label ?? actorName ?? named.bodies.get(seat.delegateBodyId ?? 0) ?? '',
    },
  }))
  const kept = rows.flatMap(({ id }) => id ?? [])
  await sql`delete from body_seat where body_id = ${bodyId} and not (id = any(${kept}))`.execute(db)
  for (const { id, row } of rows) {
    // An id that is not of this body can only come from a forged form: then it is a new seat.
    const updated =
      id === null
        ? undefined
        : await db.updateTable('bodySeat').set(row).where('id', '=', id).where('bodyId', '=', bodyId).executeTakeFirst()
    if (!updated || updated.numUpdatedRows === 0n)
      await db
        .insertInto('bodySeat')
        .values({ municipalityId, bodyId, ...row })
        .execute()
  }
}

/** The actors of these names and the bodies that send somebody. Throws Refused('wrongFields') for one that is not there. */
async function namesOf(db: Database, seats: readonly SeatContent[]) {
  const names = seats.flatMap(({ actorName }) => actorName ?? [])
  const { rows } = await sql<{ kind: 'actor' | 'body'; id: number; name: string }>`
    select 'actor' as kind, min(id) as id, name from actor where name = any(${names}) group by name
    union all select 'body', id, name from body where id = any(${seats.flatMap(({ delegateBodyId }) => delegateBodyId ?? [])})`.execute(
    db,
  )
  const actors = new Map(rows.filter(({ kind }) => kind === 'actor').map(({ id, name }) => [name, id]))
  const bodies = new Map(rows.filter(({ kind }) => kind === 'body').map(({ id, name }) => [id, name]))
  const fields: Record<string, string> = {}
  for (const { place, actorName, delegateBodyId } of seats) {
    if (actorName !== null && !actors.has(actorName)) fields[`seats-${place}-actorName`] = 'unknownActor'
    if (delegateBodyId !== null && !bodies.has(delegateBodyId)) fields[`seats-${place}-delegateBodyId`] = 'unknownBody'
  }
  if (Object.keys(fields).length > 0) throw new Refused('wrongFields', { fields })
  return { actors, bodies }
}
