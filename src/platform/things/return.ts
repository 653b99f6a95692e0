import { sql } from 'kysely'
import { writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Acting } from './acting.ts'
import { things, type ThingKind } from './kinds.ts'
import { lockThing } from './lifecycle.ts'

/**
 * Gives a submitted thing back to those who work on it, with a word why. It is a draft again. Throws
 * Refused('notSubmitted') when nobody has asked for approval.
 */
export const returnThing = (
  db: Database,
  acting: Acting,
  kind: ThingKind,
  id: number,
  comment: string,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { submittedAt } = await lockThing(tx, acting, kind, id)
    if (submittedAt === null) throw new Refused('notSubmitted')
    const { table, inPlan } = things[kind]
    await sql`update ${sql.table(table)} set submitted_at = null, version = version + 1, updated_at = now()
      where id = ${id} ${inPlan ? sql`and plan_version_id = ${acting.planVersionId}` : sql``}`.execute(tx)
    const changes = { comment: { from: null, to: comment } }
    await writeAudit(tx, { ...acting, thingKind: kind, thingId: id, act: 'returned' }, changes)
  })
