import { sql } from 'kysely'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { requireComplete } from '#platform/things/editing.ts'
import { lockThing, newPlanItem } from '#platform/things/lifecycle.ts'
import type { NeedForm, SourceForm } from '../model/form.ts'
import { missingToPublish } from '../model/need.ts'
import { findNeed } from '../queries/stored.ts'
import { replaceLinks } from './links.ts'

const rowOf = ({ statement, description, actionFieldId, priority, state, rejectionReason }: NeedForm) => ({
  statement,
  description,
  actionFieldId,
  priority,
  state,
  rejectionReason: state === 'REJECTED' ? rejectionReason : null,
})

/** Creates a draft at the end of the list. Returns its lasting id. */
export const createNeed = (db: Database, acting: Acting, form: NeedForm): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { municipalityId, planVersionId } = acting
    const id = await newPlanItem(tx, acting, 'need')
    await tx
      .insertInto('need')
      .values({
        municipalityId,
        planVersionId,
        id,
        ...rowOf(form),
        position: sql<number>`(select coalesce(max(position), 0) + 1 from need where plan_version_id = ${planVersionId})`,
      })
      .execute()
    await replaceLinks(tx, acting, id, form)
    await replaceSources(tx, acting, id, form.sources)
    await writeAudit(tx, { ...acting, thingKind: 'need', thingId: id, act: 'created' }, differences({}, shown(form)))
    return id
  })

/**
 * Saves a need that was read as `version`. Throws LostRace when somebody saved it meanwhile, and Refused('notComplete')
 * when it is public and would lack its field, target group or source.
 */
export const saveNeed = (db: Database, acting: Acting, id: number, version: number, form: NeedForm): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { publishedAt } = await lockThing(tx, acting, 'need', id, version)
    requireComplete(publishedAt, missingToPublish(form))
    const before = await findNeed(tx, acting.planVersionId, id)
    if (!before) throw new NotFound()
    await tx
      .updateTable('need')
      .set({ ...rowOf(form), version: version + 1, updatedAt: new Date() })
      .where('planVersionId', '=', acting.planVersionId)
      .where('id', '=', id)
      .execute()
    await replaceLinks(tx, acting, id, form)
    await replaceSources(tx, acting, id, form.sources)
    const changes = differences(shown(before.content), shown(form))
    await writeAudit(tx, { ...acting, thingKind: 'need', thingId: id, act: 'changed' }, changes, {
      isPublic: publishedAt !== null,
    })
  })

/** What the history shows. Rows of sources are compared by what they say. */
const shown = (form: NeedForm): Record<string, unknown> => ({
  ...form,
  targetGroupIds: form.targetGroupIds.toSorted((a, b) => a - b),
  topicIds: form.topicIds.toSorted((a, b) => a - b),
  goalIds: form.goalIds.toSorted((a, b) => a - b),
  sources: form.sources.map(({ kind, text, date }) => ({ kind, text, date })),
})

/** Rows that stay keep their id, and with it the need that brought them along. */
async function replaceSources(
  db: Database,
  { municipalityId, planVersionId }: Acting,
  needId: number,
  sources: readonly SourceForm[],
): Promise<void> {
  const kept = sources.flatMap(({ id }) => id ?? [])
  await db
    .deleteFrom('needSource')
    .where('planVersionId', '=', planVersionId)
    .where('needId', '=', needId)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute()
  for (const [position, { id, kind, text, date }] of sources.entries()) {
    const row = { kind, text, date, position }
    const changed =
      id === null
        ? undefined
        : await db
            .updateTable('needSource')
            .set(row)
            .where('planVersionId', '=', planVersionId)
            .where('needId', '=', needId)
            .where('id', '=', id)
            .executeTakeFirst()
    if (changed?.numUpdatedRows !== 1n) {
      await db
        .insertInto('needSource')
        .values({ municipalityId, planVersionId, needId, ...row })
        .execute()
    }
  }
}
