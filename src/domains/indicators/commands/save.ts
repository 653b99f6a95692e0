import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing, newPlanItem } from '#platform/things/lifecycle.ts'
import type { IndicatorForm } from '../model/form.ts'
import { readLinks, replaceLinks } from './links.ts'

const rowOf = ({ goalIds: _goals, measureIds: _measures, ...row }: IndicatorForm) => row

/** Creates a draft at the end of the list. Returns its lasting id. */
export const createIndicator = (db: Database, acting: Acting, form: IndicatorForm): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { municipalityId, planVersionId } = acting
    const id = await newPlanItem(tx, acting, 'indicator')
    await tx
      .insertInto('indicator')
      .values({
        municipalityId,
        planVersionId,
        id,
        ...rowOf(form),
        position: sql<number>`(select coalesce(max(position), 0) + 1 from indicator where plan_version_id = ${planVersionId})`,
      })
      .execute()
    await replaceLinks(tx, acting, id, form)
    await writeAudit(tx, { ...acting, thingKind: 'indicator', thingId: id, act: 'created' }, differences({}, form))
    return id
  })

/**
 * Saves an indicator that was read as `version`. Throws LostRace when somebody saved it meanwhile. A published one stays
 * published; its public page changes with this transaction.
 */
export const saveIndicator = (
  db: Database,
  acting: Acting,
  id: number,
  version: number,
  form: IndicatorForm,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockThing(tx, acting, 'indicator', id, version)
    const before = await tx
      .selectFrom('indicator')
      .where('planVersionId', '=', acting.planVersionId)
      .where('id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow()
    const linksBefore = await readLinks(tx, acting, id)
    await tx
      .updateTable('indicator')
      .set({ ...rowOf(form), version: version + 1, updatedAt: new Date() })
      .where('planVersionId', '=', acting.planVersionId)
      .where('id', '=', id)
      .execute()
    await replaceLinks(tx, acting, id, form)
    const ordered = { goalIds: form.goalIds.toSorted(up), measureIds: form.measureIds.toSorted(up) }
    const changes = differences({ ...before, ...linksBefore }, { ...form, ...ordered })
    await writeAudit(tx, { ...acting, thingKind: 'indicator', thingId: id, act: 'changed' }, changes, {
      isPublic: before.publishedAt !== null,
    })
  })

const up = (a: number, b: number) => a - b
