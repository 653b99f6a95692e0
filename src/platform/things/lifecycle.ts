import { sql } from 'kysely'
import { writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { bury } from '#platform/db/tombstones.ts'
import { LostRace, NotFound } from '#platform/http/problems.ts'
import type { Acting } from './acting.ts'
import { things, type PlanKind, type ThingKind } from './kinds.ts'

export interface LockedThing {
  version: number
  title: string
  publishedAt: Date | null
  submittedAt: Date | null
}

/** The row of one thing, in the version of the plan that is worked on. */
const isThing = ({ planVersionId }: Acting, kind: ThingKind, id: number) =>
  sql`id = ${id} ${things[kind].inPlan ? sql`and plan_version_id = ${planVersionId}` : sql``}`

/** A new lasting identity for a thing of the plan. The caller inserts the row of this version with it. */
export async function newPlanItem(db: Database, { municipalityId }: Acting, kind: PlanKind): Promise<number> {
  const { id } = await db
    .insertInto('planItem')
    .values({ municipalityId, kind })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Holds a thing until the transaction ends. Throws NotFound, and LostRace when it is no longer in the version that the
 * form was made from.
 */
export async function lockThing(
  db: Database,
  acting: Acting,
  kind: ThingKind,
  id: number,
  version?: number,
): Promise<LockedThing> {
  const { table, title } = things[kind]
  const { rows } = await sql<LockedThing>`select version, ${sql.ref(title)} as title, published_at, submitted_at
    from ${sql.table(table)} where ${isThing(acting, kind, id)} for update`.execute(db)
  const [row] = rows
  if (!row) throw new NotFound()
  if (version !== undefined && row.version !== version) throw new LostRace()
  return row
}

/** Writes what changed; a published thing's public page changes with this transaction. */
export const auditThing = (
  db: Database,
  acting: Acting,
  kind: ThingKind,
  id: number,
  act: string,
  { isPublic }: { isPublic: boolean },
) => writeAudit(db, { ...acting, thingKind: kind, thingId: id, act }, {}, { isPublic })

/**
 * Shows a thing to the public, or hands it to the department head where the municipality wants that. What publishing
 * asks for is the caller's rule and must hold already.
 */
export const publishThing = (
  db: Database,
  acting: Acting,
  kind: ThingKind,
  id: number,
  { needsApproval }: { needsApproval: boolean },
): Promise<'published' | 'submitted'> =>
  inTransaction(db, async (tx) => {
    await lockThing(tx, acting, kind, id)
    const set = needsApproval
      ? sql`submitted_at = now()`
      : sql`published_at = coalesce(published_at, now()), submitted_at = null`
    await sql`update ${sql.table(things[kind].table)} set ${set}, version = version + 1, updated_at = now()
      where ${isThing(acting, kind, id)}`.execute(tx)
    const act = needsApproval ? 'submitted' : 'published'
    await auditThing(tx, acting, kind, id, act, { isPublic: !needsApproval })
    return act
  })

/** Takes a thing out of the public's sight. It becomes a draft again. */
export const withdrawThing = (db: Database, acting: Acting, kind: ThingKind, id: number): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { publishedAt } = await lockThing(tx, acting, kind, id)
    await sql`update ${sql.table(things[kind].table)} set published_at = null, submitted_at = null, version = version + 1,
      updated_at = now() where ${isThing(acting, kind, id)}`.execute(tx)
    await auditThing(tx, acting, kind, id, 'withdrawn', { isPublic: publishedAt !== null })
  })

/**
 * Removes a thing for good. What was public leaves a tombstone. Throws LostRace when it was changed meanwhile; a foreign
 * key that still points to it is thrown as it comes (23503): the caller says what still hangs on it.
 */
export const removeThing = (
  db: Database,
  acting: Acting,
  kind: ThingKind,
  id: number,
  version: number,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { title, publishedAt } = await lockThing(tx, acting, kind, id, version)
    await sql`delete from ${sql.table(things[kind].table)} where ${isThing(acting, kind, id)}`.execute(tx)
    if (publishedAt) await bury(tx, { municipalityId: acting.municipalityId, thingKind: kind, thingId: id, title })
    const changes = { title: { from: title, to: null } }
    await writeAudit(tx, { ...acting, thingKind: kind, thingId: id, act: 'removed' }, changes, {
      isPublic: publishedAt !== null,
    })
  })

/**
 * Moves a thing one place up or down among its neighbours; `among` narrows them, e.g. to one field. Positions are
 * counted anew, so lists that were filled in any order become orderly.
 */
export const moveThing = (
  db: Database,
  acting: Acting,
  kind: PlanKind | 'body',
  id: number,
  direction: 'up' | 'down',
  among: ReturnType<typeof sql> = sql`true`,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { table, inPlan } = things[kind]
    const version = inPlan ? sql`plan_version_id = ${acting.planVersionId}` : sql`true`
    const { rows } = await sql<{ id: number }>`select id from ${sql.table(table)} where ${version} and ${among}
      order by position, id for update`.execute(tx)
    const ids = rows.map((row) => row.id)
    const from = ids.indexOf(id)
    if (from < 0) throw new NotFound()
    const to = direction === 'up' ? from - 1 : from + 1
    if (to < 0 || to >= ids.length) return
    ids.splice(to, 0, ...ids.splice(from, 1))
    await sql`update ${sql.table(table)} t set position = o.place
      from unnest(${ids}::bigint[]) with ordinality as o(id, place) where t.id = o.id and ${version}`.execute(tx)
    await writeAudit(tx, { ...acting, thingKind: kind, thingId: id, act: 'moved' }, {}, { isPublic: true })
  })
