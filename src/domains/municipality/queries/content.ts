import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

export interface PublishedContent {
  actionFields: number
  needs: number
  goals: number
  measures: number
  indicators: number
  chapters: number
  /** The plan says from when to when it holds. */
  hasPeriod: boolean
  /** Fields that are public without a public measure. */
  fieldsWithoutMeasure: number
  /** What is still a draft among these kinds. */
  drafts: number
  all: number
}

const nothing = { hasPeriod: false, fieldsWithoutMeasure: 0, drafts: 0 }

/** How much of the plan's newest version is published. One statement. */
export async function countPublished(db: Database): Promise<PublishedContent> {
  const counted = (table: string) => sql<number>`(select count(*) from ${sql.table(table)} t
    where t.plan_version_id = v.id and t.published_at is not null)`
  const { rows } = await sql<Omit<PublishedContent, 'all'>>`
    select ${counted('action_field')} as action_fields, ${counted('need')} as needs, ${counted('goal')} as goals,
      ${counted('measure')} as measures, ${counted('indicator')} as indicators, ${counted('chapter')} as chapters,
      v.period_from is not null as has_period, ${sql.join(
        ['action_field', 'need', 'goal', 'measure', 'indicator', 'chapter'].map(
          (table) =>
            sql`(select count(*) from ${sql.table(table)} t where t.plan_version_id = v.id and t.published_at is null)`,
        ),
        sql` + `,
      )} as drafts,
      (select count(*) from action_field f where f.plan_version_id = v.id and f.published_at is not null and not exists
        (select from measure m where m.plan_version_id = v.id and m.action_field_id = f.id and m.published_at is not null)
      ) as fields_without_measure
    from (select id, period_from from plan_version order by number desc limit 1) v`.execute(db)
  const counts = rows[0] ?? { actionFields: 0, needs: 0, goals: 0, measures: 0, indicators: 0, chapters: 0, ...nothing }
  const { actionFields, needs, goals, measures, indicators, chapters } = counts
  return { ...counts, all: actionFields + needs + goals + measures + indicators + chapters }
}
