import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import type { Stored } from '#platform/things/editing.ts'
import type { NeedForm } from '../model/form.ts'

/** A need as its form shows it, with its links and sources. Two statements. */
export async function findNeed(db: Database, planVersionId: number, id: number): Promise<Stored<NeedForm> | undefined> {
  const linked = (table: string, column: string) =>
    sql<
      number[]
    >`array(select ${sql.ref(`l.${column}`)} from ${sql.table(table)} l where l.municipality_id = need.municipality_id
      and l.plan_version_id = need.plan_version_id and l.need_id = need.id order by 1)`
  const row = await db
    .selectFrom('need')
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', id)
    .where(isCountedNeed('need'))
    .select(['id', 'version', 'publishedAt', 'submittedAt', 'statement', 'description', 'actionFieldId'])
    .select(['priority', 'state', 'rejectionReason'])
    .select([
      linked('need_target_group', 'target_group_id').as('targetGroupIds'),
      linked('need_topic', 'topic_id').as('topicIds'),
      linked('goal_need', 'goal_id').as('goalIds'),
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const sources = await db
    .selectFrom('needSource')
    .where('planVersionId', '=', planVersionId)
    .where('needId', '=', id)
    .select(['id', 'kind', 'text', 'date'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const { version, publishedAt, submittedAt, id: _, ...content } = row
  return { id, version, publishedAt, submittedAt, title: row.statement, content: { ...content, sources } }
}
