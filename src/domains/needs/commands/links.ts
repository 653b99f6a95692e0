import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import type { NeedForm } from '../model/form.ts'

/** The n:m links of a need. */
export const linkTables = [
  { field: 'targetGroupIds', table: 'need_target_group', column: 'target_group_id', other: 'target_group' },
  { field: 'topicIds', table: 'need_topic', column: 'topic_id', other: 'cross_cutting_topic' },
  { field: 'goalIds', table: 'goal_need', column: 'goal_id', other: 'goal' },
] as const satisfies { field: keyof NeedForm; table: string; column: string; other: string }[]

export type NeedLinks = Pick<NeedForm, (typeof linkTables)[number]['field']>

/**
 * Makes the links what the form says. Ids that are not of this municipality and version are left out: they can only come
 * from a forged form.
 */
export async function replaceLinks(
  db: Database,
  { municipalityId, planVersionId }: Acting,
  id: number,
  links: NeedLinks,
): Promise<void> {
  for (const { field, table, column, other } of linkTables) {
    const wanted = links[field]
    await sql`delete from ${sql.table(table)} where plan_version_id = ${planVersionId} and need_id = ${id}
      and not (${sql.ref(column)} = any(${wanted}))`.execute(db)
    if (wanted.length === 0) continue
    await sql`insert into ${sql.table(table)} (municipality_id, plan_version_id, need_id, ${sql.ref(column)})
      select ${municipalityId}, ${planVersionId}, ${id}, o.id from ${sql.table(other)} o
      where o.plan_version_id = ${planVersionId} and o.id = any(${wanted}) on conflict do nothing`.execute(db)
  }
}

/** The same from the other end: which needs a goal answers. Used by the goals, inside their command. */
export async function replaceNeedsOfGoal(
  db: Database,
  { municipalityId, planVersionId }: Acting,
  goalId: number,
  needIds: readonly number[],
): Promise<void> {
  await sql`delete from goal_need where plan_version_id = ${planVersionId} and goal_id = ${goalId}
    and not (need_id = any(${needIds}))`.execute(db)
  if (needIds.length === 0) return
  await sql`insert into goal_need (municipality_id, plan_version_id, goal_id, need_id)
    select ${municipalityId}, ${planVersionId}, ${goalId}, n.id from need n
    where n.plan_version_id = ${planVersionId} and n.id = any(${needIds}) and ${isCountedNeed('n')}
    on conflict do nothing`.execute(db)
}
