import { sql } from 'kysely'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import { writeMany, type ManyThings, type WrittenThing } from '#platform/things/many.ts'

const link = (field: string, table: string, other: string) => ({ field, table, own: 'need_id', other, inPlan: true })

/** What a list of needs can say. */
export const manyNeeds: ManyThings = {
  kind: 'need',
  columns: { statement: 'text', description: 'text', action_field_id: 'bigint', priority: 'smallint', state: 'text' },
  links: [link('targetGroupIds', 'need_target_group', 'target_group_id'), link('topicIds', 'need_topic', 'topic_id')],
  hasPosition: true,
  isPublished: true,
}

/** Writes many needs at once. `source`: where a new one was heard, in the words of the file. Throws LostRace. */
export const importNeeds = (
  db: Database,
  acting: Acting,
  needs: readonly (WrittenThing & { extras?: Readonly<Record<string, string>> })[],
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const ids = await writeMany(tx, acting, manyNeeds, needs)
    const sources = needs.flatMap(({ before, extras }, place) =>
      !before && extras?.['source']
        ? [{ need_id: ids[place], text: extras['source'], kind: extras['sourceKind'] ?? 'OTHER' }]
        : [],
    )
    if (sources.length === 0) return
    await sql`insert into need_source (municipality_id, plan_version_id, need_id, kind, text)
      select ${acting.municipalityId}::bigint, ${acting.planVersionId}::bigint, r.need_id, r.kind, r.text
      from jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) as r(need_id bigint, kind text, text text)`.execute(tx)
  })
