import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Stored } from '#platform/things/editing.ts'
import type { GoalForm } from '../model/form.ts'
import { readSmart } from '../model/goal.ts'

/** A goal as its form shows it, with its links. One statement. */
export async function findGoal(db: Database, planVersionId: number, id: number): Promise<Stored<GoalForm> | undefined> {
  const linked = (table: string, column: string) =>
    sql<
      number[]
    >`array(select ${sql.ref(`l.${column}`)} from ${sql.table(table)} l where l.municipality_id = goal.municipality_id
      and l.plan_version_id = goal.plan_version_id and l.goal_id = goal.id order by 1)`
  const row = await db
    .selectFrom('goal')
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', id)
    .select(['version', 'publishedAt', 'submittedAt', 'level', 'source', 'actionFieldId', 'text', 'leadIn', 'parentId'])
    .select(['relation', 'budgetProductId', 'stairStep', 'smart', 'evidence'])
    .select([
      linked('goal_need', 'need_id').as('needIds'),
      linked('goal_topic', 'topic_id').as('topicIds'),
      linked('goal_indicator', 'indicator_id').as('indicatorIds'),
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const { version, publishedAt, submittedAt, smart, ...content } = row
  return {
    ...{ id, version, publishedAt, submittedAt, title: row.text },
    content: { ...content, smart: readSmart(smart) },
  }
}
