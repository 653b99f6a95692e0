import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound, Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockRow } from '#platform/things/lock-row.ts'
import { misplaced, type OrgUnitForm } from './model/form.ts'

/** Creates a unit as the last of its neighbours. Returns its id. */
export const createUnit = (db: Database, acting: Acting, form: OrgUnitForm): Promise<number> =>
  inTransaction(db, async (tx) => {
    await refuseMisplaced(tx, undefined, form)
    const { id } = await tx
      .insertInto('orgUnit')
      .values({
        municipalityId: acting.municipalityId,
        ...form,
        position: sql<number>`coalesce((select max(position) + 1 from org_unit), 0)`,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const act = { ...acting, thingKind: 'org-unit', thingId: id, act: 'created' }
    await writeAudit(tx, act, differences({}, form), { isPublic: true })
    return id
  })

/** Saves a unit that was read as `version`. Throws LostRace when somebody saved it meanwhile. */
export const saveUnit = (db: Database, acting: Acting, id: number, version: number, form: OrgUnitForm): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockRow(tx, 'org_unit', id, version)
    await refuseMisplaced(tx, id, form)
    const before = await tx.selectFrom('orgUnit').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
    await tx
      .updateTable('orgUnit')
      .set({ ...form, version: version + 1, updatedAt: new Date() })
      .where('id', '=', id)
      .execute()
    const act = { ...acting, thingKind: 'org-unit', thingId: id, act: 'changed' }
    await writeAudit(tx, act, differences(before, form), { isPublic: true })
  })

/** Moves a unit one place up or down among those with the same parent. */
export const moveUnit = (db: Database, acting: Acting, id: number, direction: 'up' | 'down'): Promise<void> =>
  inTransaction(db, async (tx) => {
    const unit = await tx.selectFrom('orgUnit').where('id', '=', id).select('parentId').executeTakeFirst()
    if (!unit) throw new NotFound()
    const { rows } = await sql<{
      id: number
    }>`select id from org_unit where parent_id is not distinct from ${unit.parentId}
      order by position, code, name, id for update`.execute(tx)
    const ids = rows.map((row) => row.id)
    const from = ids.indexOf(id)
    const to = direction === 'up' ? from - 1 : from + 1
    if (to < 0 || to >= ids.length) return
    ids.splice(to, 0, ...ids.splice(from, 1))
    await sql`update org_unit u set position = o.place
      from unnest(${ids}::bigint[]) with ordinality as o(id, place) where u.id = o.id`.execute(tx)
    await writeAudit(tx, { ...acting, thingKind: 'org-unit', thingId: id, act: 'moved' }, {}, { isPublic: true })
  })

/**
 * Removes a unit that nothing refers to. Throws Refused('inUse') where a measure, a person or another unit does: then it
 * can only end. Throws LostRace when it was changed meanwhile.
 */
export async function removeUnit(db: Database, acting: Acting, id: number, version: number): Promise<void> {
  try {
    await inTransaction(db, async (tx) => {
      await lockRow(tx, 'org_unit', id, version)
      const { name } = await tx.deleteFrom('orgUnit').where('id', '=', id).returning('name').executeTakeFirstOrThrow()
      const act = { ...acting, thingKind: 'org-unit', thingId: id, act: 'removed' }
      await writeAudit(tx, act, { name: { from: name, to: null } }, { isPublic: true })
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23503') throw new Refused('inUse')
    throw error
  }
}

/** The form said so already; here it holds even when two people move units at the same time. */
async function refuseMisplaced(db: Database, id: number | undefined, form: OrgUnitForm) {
  const units = await db.selectFrom('orgUnit').select(['id', 'parentId', 'position']).forUpdate().execute()
  const [problem] = Object.values(misplaced(units, id, form))
  if (problem) throw new Refused(problem)
}
