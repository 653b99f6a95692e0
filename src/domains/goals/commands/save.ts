import { sql } from 'kysely'
import { replaceNeedsOfGoal } from '#domains/needs/index.ts'
import { differences, writeAudit } from '#platform/audit/audit.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { NotFound, Refused } from '#platform/http/problems.ts'
import type { Acting } from '#platform/things/acting.ts'
import { publishComplete, requireComplete } from '#platform/things/editing.ts'
import { lockThing, newPlanItem } from '#platform/things/lifecycle.ts'
import type { GoalForm } from '../model/form.ts'
import { isHigher, missingToPublish, type GoalLevel } from '../model/goal.ts'
import { findGoal } from '../queries/stored.ts'

const rowOf = ({ needIds: _needs, topicIds: _topics, indicatorIds: _indicators, smart, ...row }: GoalForm) => ({
  ...row,
  smart: JSON.stringify(Object.fromEntries(Object.entries(smart).filter(([, said]) => said))),
})

/** Creates a draft at the end of the list. Throws Refused when the parent is not of a higher level. Returns its id. */
export const createGoal = (db: Database, acting: Acting, form: GoalForm): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { municipalityId, planVersionId } = acting
    await requirePlace(tx, acting, undefined, form)
    const id = await newPlanItem(tx, acting, 'goal')
    await tx
      .insertInto('goal')
      .values({
        municipalityId,
        planVersionId,
        id,
        ...rowOf(form),
        position: sql<number>`(select coalesce(max(position), 0) + 1 from goal where plan_version_id = ${planVersionId})`,
      })
      .execute()
    await replaceLinks(tx, acting, id, form)
    await writeAudit(tx, { ...acting, thingKind: 'goal', thingId: id, act: 'created' }, differences({}, { ...form }))
    return id
  })

/**
 * Saves a goal that was read as `version`. Throws LostRace when somebody saved it meanwhile, Refused('notComplete') when
 * it is public and would lack what it needs, and Refused when it would not stand below a goal of a higher level.
 */
export const saveGoal = (db: Database, acting: Acting, id: number, version: number, form: GoalForm): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { publishedAt } = await lockThing(tx, acting, 'goal', id, version)
    requireComplete(publishedAt, missingToPublish(form))
    await requirePlace(tx, acting, id, form)
    const before = await findGoal(tx, acting.planVersionId, id)
    if (!before) throw new NotFound()
    await tx
      .updateTable('goal')
      .set({ ...rowOf(form), version: version + 1, updatedAt: new Date() })
      .where('planVersionId', '=', acting.planVersionId)
      .where('id', '=', id)
      .execute()
    await replaceLinks(tx, acting, id, form)
    const changes = differences({ ...before.content }, sorted(form))
    await writeAudit(tx, { ...acting, thingKind: 'goal', thingId: id, act: 'changed' }, changes, {
      isPublic: publishedAt !== null,
    })
  })

/** Shows the goal to the public. Throws Refused('notComplete') when it lacks a need or its budget product. */
export const publishGoal = (db: Database, acting: Acting, id: number, approval: { needsApproval: boolean }) =>
  publishComplete<GoalForm>(db, acting, { kind: 'goal', find: findGoal, missing: missingToPublish }, id, approval)

const sorted = (form: GoalForm): Record<string, unknown> => {
  const ids = (list: number[]) => list.toSorted((a, b) => a - b)
  return { ...form, needIds: ids(form.needIds), topicIds: ids(form.topicIds), indicatorIds: ids(form.indicatorIds) }
}

/**
 * The parent is of a higher level and every child of a lower one. Since levels only fall on the way down, no goal can
 * come to stand above itself. Locks the parent, so that it cannot sink meanwhile.
 */
async function requirePlace(
  db: Database,
  { planVersionId }: Acting,
  id: number | undefined,
  { level, parentId }: GoalForm,
): Promise<void> {
  if (parentId !== null) {
    const parent = await db
      .selectFrom('goal')
      .where('planVersionId', '=', planVersionId)
      .where('id', '=', parentId)
      .select(['level'])
      .forShare()
      .executeTakeFirst()
    if (!parent || parentId === id) throw new Refused('unknownParent')
    if (!isHigher(parent.level, level)) throw new Refused('parentNotHigher')
  }
  if (id === undefined) return
  const children = await db
    .selectFrom('goal')
    .where('planVersionId', '=', planVersionId)
    .where('parentId', '=', id)
    .select(['level', 'text'])
    .orderBy('position')
    .execute()
  const above = children.find((child) => !isHigher(level, child.level as GoalLevel))
  if (above) throw new Refused('childNotLower', { text: above.text })
}

const linkTables = [
  { field: 'topicIds', table: 'goal_topic', column: 'topic_id', other: 'cross_cutting_topic' },
  { field: 'indicatorIds', table: 'goal_indicator', column: 'indicator_id', other: 'indicator' },
] as const

/** Makes the links what the form says. Ids from elsewhere, which only a forged form can hold, are left out by the join. */
async function replaceLinks(db: Database, acting: Acting, id: number, form: GoalForm): Promise<void> {
  const { municipalityId, planVersionId } = acting
  await replaceNeedsOfGoal(db, acting, id, form.needIds)
  for (const { field, table, column, other } of linkTables) {
    const wanted = form[field]
    await sql`delete from ${sql.table(table)} where plan_version_id = ${planVersionId} and goal_id = ${id}
      and not (${sql.ref(column)} = any(${wanted}))`.execute(db)
    if (wanted.length === 0) continue
    await sql`insert into ${sql.table(table)} (municipality_id, plan_version_id, goal_id, ${sql.ref(column)})
      select ${municipalityId}, ${planVersionId}, ${id}, o.id from ${sql.table(other)} o
      where o.plan_version_id = ${planVersionId} and o.id = any(${wanted}) on conflict do nothing`.execute(db)
  }
}
