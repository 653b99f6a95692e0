import type { Database } from '#platform/db/database.ts'
import { loadTranslations } from '#platform/texts/translations.ts'

/** What the plan says in easy language; parts without such a version are left out. */
export interface EasyPlan {
  title: string | null
  texts: string[]
  fields: { id: number; title: string; text: string | null }[]
}

/** Three statements. Without a plan that this reader may see, everything is empty. */
export async function findEasyPlan(db: Database, { drafts }: { drafts: boolean }): Promise<EasyPlan> {
  const version = await db
    .selectFrom('planVersion')
    .$if(!drafts, (query) => query.where('publishedAt', 'is not', null))
    .select(['id', 'title', 'lead', 'understanding', 'mainGoal'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!version) return { title: null, texts: [], fields: [] }
  const fields = await db
    .selectFrom('actionField')
    .where('planVersionId', '=', version.id)
    .$if(!drafts, (query) => query.where('publishedAt', 'is not', null))
    .select(['id', 'title', 'description'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const { optional } = await loadTranslations(db, 'de-x-leicht', [
    { kind: 'plan-version', ids: [version.id] },
    { kind: 'action-field', ids: fields.map(({ id }) => id) },
  ])
  const easy = (kind: string, id: number, field: string, german: string | null) => {
    const text = optional(kind, id, field, german)
    return text && !text.isFallback ? text.text : null
  }
  const texts = (['lead', 'mainGoal', 'understanding'] as const).map((field) =>
    easy('plan-version', version.id, field, version[field]),
  )
  return {
    title: easy('plan-version', version.id, 'title', version.title),
    texts: texts.filter((text) => text !== null),
    fields: fields.flatMap(({ id, ...german }) => {
      const title = easy('action-field', id, 'title', german.title)
      const text = easy('action-field', id, 'description', german.description)
      return title || text ? [{ id, title: title ?? german.title, text }] : []
    }),
  }
}
