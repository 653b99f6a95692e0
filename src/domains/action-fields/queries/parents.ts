import type { Database } from '#platform/db/database.ts'

/** The groups that a group may belong to: all others. Circles are refused when saving. */
export async function listParents(db: Database, planVersionId: number, without: number | undefined) {
  const rows = await db
    .selectFrom('targetGroup')
    .where('planVersionId', '=', planVersionId)
    .$if(without !== undefined, (query) => query.where('id', '<>', without ?? 0))
    .select(['id', 'title'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, title }) => ({ value: String(id), label: title }))
}
