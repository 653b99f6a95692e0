import type { Database } from '#platform/db/database.ts'
import type { Stored } from '#platform/things/editing.ts'
import type { FieldForm, TargetGroupForm, TopicForm } from '../model/forms.ts'

const state = ['id', 'version', 'publishedAt', 'submittedAt'] as const

/** A field as its form shows it. `undefined`: there is none in this version of the plan. */
export async function findField(
  db: Database,
  planVersionId: number,
  id: number,
): Promise<Stored<FieldForm> | undefined> {
  const row = await db
    .selectFrom('actionField')
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', id)
    .select([...state, 'code', 'title', 'description'])
    .executeTakeFirst()
  if (!row) return undefined
  const { code, title, description, ...rest } = row
  return { ...rest, title, content: { code, title, description } }
}

export async function findTopic(
  db: Database,
  planVersionId: number,
  id: number,
): Promise<Stored<TopicForm> | undefined> {
  const row = await db
    .selectFrom('crossCuttingTopic')
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', id)
    .select([...state, 'title', 'description'])
    .executeTakeFirst()
  if (!row) return undefined
  const { title, description, ...rest } = row
  return { ...rest, title, content: { title, description } }
}

export async function findTargetGroup(
  db: Database,
  planVersionId: number,
  id: number,
): Promise<Stored<TargetGroupForm> | undefined> {
  const row = await db
    .selectFrom('targetGroup')
    .where('planVersionId', '=', planVersionId)
    .where('id', '=', id)
    .select([...state, 'title', 'description', 'parentId', 'sizeValue', 'sizeSource', 'sizeDate'])
    .executeTakeFirst()
  if (!row) return undefined
  const { title, description, parentId, sizeValue, sizeSource, sizeDate, ...rest } = row
  return { ...rest, title, content: { title, description, parentId, sizeValue, sizeSource, sizeDate } }
}
