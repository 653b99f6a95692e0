import { inTransaction, type Database } from '#platform/db/database.ts'
import { Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { lockThing, publishThing, removeThing } from '#platform/things/lifecycle.ts'
import { missingToPublish } from '../model/indicator.ts'

/** What this indicator lacks to be published; empty: nothing. */
export async function missingOf(db: Database, { planVersionId }: Acting, id: number): Promise<string[]> {
  const row = await db
    .selectFrom('indicator')
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirstOrThrow()
  return missingToPublish(row)
}

/** Shows the indicator to the public. Throws Refused('notComplete') when something that the plan asks for is missing. */
export const publishIndicator = (
  db: Database,
  acting: Acting,
  id: number,
  approval: { needsApproval: boolean },
): Promise<'published' | 'submitted'> =>
  inTransaction(db, async (tx) => {
    await lockThing(tx, acting, 'indicator', id)
    const missing = await missingOf(tx, acting, id)
    if (missing.length > 0) throw new Refused('notComplete', { missing })
    return publishThing(tx, acting, 'indicator', id, approval)
  })

/**
 * Removes an indicator from this version of the plan. Its values belong to the lasting identity and go only when no
 * other version shows it. Throws LostRace when it was changed meanwhile.
 */
export const removeIndicator = (db: Database, acting: Acting, id: number, version: number): Promise<void> =>
  inTransaction(db, async (tx) => {
    await removeThing(tx, acting, 'indicator', id, version)
    const other = await tx.selectFrom('indicator').where('id', '=', id).select('planVersionId').executeTakeFirst()
    if (!other) await tx.deleteFrom('observation').where('indicatorId', '=', id).execute()
  })
