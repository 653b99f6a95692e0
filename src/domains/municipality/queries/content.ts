import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

export interface PublishedContent {
  actionFields: number
  needs: number
  goals: number
  measures: number
  indicators: number
  chapters: number
  all: number
}

/** How much of the plan's newest version is published. One statement. */
export async function countPublished(db: Database): Promise<PublishedContent> {
  const counted = (table: string) => sql<number>`(select count(*) from ${sql.table(table)} t
    where t.plan_version_id = v.id and t.published_at is not null)`
  const { rows } = await sql<Omit<PublishedContent, 'all'>>`
    select ${counted('action_field')} as action_fields, ${counted('need')} as needs, ${counted('goal')} as goals,
      ${counted('measure')} as measures, ${counted('indicator')} as indicators, ${counted('chapter')} as chapters
    from (select id from plan_version order by number desc limit 1) v`.execute(db)
  const counts = rows[0] ?? { actionFields: 0, needs: 0, goals: 0, measures: 0, indicators: 0, chapters: 0 }
  return { ...counts, all: Object.values(counts).reduce((sum, count) => sum + count, 0) }
}
