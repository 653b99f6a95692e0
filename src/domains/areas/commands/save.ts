import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { LostRace, NotFound, Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { AreaForm } from '../model/form.ts'
import { pointsOf, type AreaGeometry } from '../model/geometry.ts'

const rowOf = ({ geometry, ...form }: AreaForm) => ({ ...form, geometry: geometry && JSON.stringify(geometry) })

/** What the history shows of boundaries: how many points they have. */
export const audited = <Row extends { geometry: AreaGeometry | null }>({ geometry, ...row }: Row) => ({
  ...row,
  boundaryPoints: pointsOf(geometry),
})

/** Every page with an area may show it, so each write ends what is cached. */
export const auditArea = (
  db: Database,
  acting: Acting,
  id: number,
  act: string,
  changes: Parameters<typeof writeAudit>[2],
) => writeAudit(db, { ...acting, thingKind: 'area', thingId: id, act }, changes, { isPublic: true })

/** Throws Refused('nameTaken') when this level and edition has an area of that name. */
export const createArea = (db: Database, acting: Acting, form: AreaForm): Promise<number> =>
  inTransaction(db, async (tx) => {
    await refuseTaken(tx, form)
    const { id } = await tx
      .insertInto('area')
      .values({ municipalityId: acting.municipalityId, ...rowOf(form) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await auditArea(tx, acting, id, 'created', differences({}, audited(form)))
    return id
  })

/** Saves an area that was read as `version`. Throws LostRace and Refused('nameTaken'). */
export const saveArea = (db: Database, acting: Acting, id: number, version: number, form: AreaForm): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = await lockArea(tx, id, version)
    await refuseTaken(tx, form, id)
    await tx
      .updateTable('area')
      .set({ ...rowOf(form), version: version + 1, updatedAt: new Date() })
      .where('id', '=', id)
      .execute()
    await auditArea(tx, acting, id, 'changed', differences(audited(before), audited(form)))
  })

/**
 * Removes an area. Throws Refused('stillUsed') with the counts while values, measures, actors or smaller areas hang on
 * it: their link would vanish unseen.
 */
export const removeArea = (db: Database, acting: Acting, id: number, version: number): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = await lockArea(tx, id, version)
    const { rows } = await sql<{ measures: number; actors: number; others: number }>`select
      (select count(distinct measure_id) from measure_area where area_id = ${id}) as measures,
      (select count(*) from actor_area where area_id = ${id}) as actors,
      (select count(*) from area where parent_id = ${id}) as others`.execute(tx)
    const used = rows[0] ?? { measures: 0, actors: 0, others: 0 }
    if (used.measures + used.actors + used.others > 0) throw new Refused('stillUsed', used)
    await deleteUnlessValued(tx, id)
    await auditArea(tx, acting, id, 'removed', { name: { from: before.name, to: null } })
  })

/** Values keep their area: the foreign key says so, whatever is stored in them. */
async function deleteUnlessValued(tx: Database, id: number) {
  try {
    await inTransaction(tx, (inner) => inner.deleteFrom('area').where('id', '=', id).execute())
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23503') throw new Refused('stillValued')
    throw error
  }
}

export async function lockArea(tx: Database, id: number, version: number) {
  const row = await tx.selectFrom('area').where('id', '=', id).selectAll().forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.version !== version) throw new LostRace()
  return { ...row, geometry: row.geometry as AreaGeometry | null }
}

async function refuseTaken(tx: Database, { level, name, edition, parentId }: AreaForm, except = 0) {
  const { rows } = await sql<{ isTaken: boolean; isParentKnown: boolean }>`select
    exists (select from area where level = ${level} and name = ${name} and edition = ${edition} and id <> ${except}) as is_taken,
    ${parentId}::bigint is null or exists (select from area where id = ${parentId} and id <> ${except}) as is_parent_known`.execute(
    tx,
  )
  if (rows[0]?.isTaken) throw new Refused('nameTaken')
  if (rows[0]?.isParentKnown !== true) throw new Refused('unknownChoice')
}
