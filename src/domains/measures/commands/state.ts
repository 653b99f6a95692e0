import { sql } from 'kysely'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { writeAudit } from '#platform/audit/audit.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing, publishThing } from '#platform/things/lifecycle.ts'
import type { LocalDate } from '#values/local-date.ts'
import { missingToPublish } from '../model/measure.ts'

/** What this measure lacks to be published; empty: nothing. */
export async function missingOf(db: Database, { planVersionId }: Acting, id: number): Promise<string[]> {
  const row = await db
    .selectFrom('measure')
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', id)
    .selectAll()
    .select(
      sql<number>`(select count(*) from measure_goal l where l.plan_version_id = measure.plan_version_id and l.measure_id = measure.id)`.as(
        'goalCount',
      ),
    )
    .executeTakeFirstOrThrow()
  return missingToPublish({ ...row, hasLead: row.leadOrgUnitId !== null || row.leadActorId !== null })
}

/** Shows the measure to the public. Throws Refused('notComplete') when something that the plan asks for is missing. */
export const publishMeasure = (
  db: Database,
  acting: Acting,
  id: number,
  approval: { needsApproval: boolean },
): Promise<'published' | 'submitted'> =>
  inTransaction(db, async (tx) => {
    await lockThing(tx, acting, 'measure', id)
    const missing = await missingOf(tx, acting, id)
    if (missing.length > 0) throw new Refused('notComplete', { missing })
    return publishThing(tx, acting, 'measure', id, approval)
  })

/** "Still true": the entry is confirmed as of today. */
export const confirmMeasure = (db: Database, acting: Acting, id: number, on: LocalDate): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { publishedAt } = await lockThing(tx, acting, 'measure', id)
    const { confirmedOn: from } = await tx
      .updateTable('measure as m')
      .from('measure as before')
      .set((eb) => ({ confirmedOn: on, version: eb('m.version', '+', 1) }))
      .whereRef('before.planVersionId', '=', 'm.planVersionId')
      .whereRef('before.id', '=', 'm.id')
      .where('m.planVersionId', '=', acting.planVersionId)
      .where('m.id', '=', id)
      .returning('before.confirmedOn')
      .executeTakeFirstOrThrow()
    const changes = { confirmedOn: { from, to: on } }
    await writeAudit(tx, { ...acting, thingKind: 'measure', thingId: id, act: 'confirmed' }, changes, {
      isPublic: publishedAt !== null,
    })
  })
