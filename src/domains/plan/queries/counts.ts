import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import type { ChainKind } from '../model/chain.ts'

/** What a version of the plan holds; `published…`: how much of it the public sees. */
export interface PlanCounts {
  planVersionId: number
  isVersionPublished: boolean
  fields: number
  needs: number
  goals: number
  measures: number
  indicators: number
  chapters: number
  phases: number
  publishedFields: number
  publishedMeasures: number
  /** Everything of the plan that is still a draft. */
  drafts: number
}

/** Counts of the newest version; undefined: the municipality has no plan yet. One statement. */
export async function countPlan(db: Database): Promise<PlanCounts | undefined> {
  const tables = {
    fields: 'action_field',
    needs: 'need',
    goals: 'goal',
    measures: 'measure',
    indicators: 'indicator',
    chapters: 'chapter',
    phases: 'phase',
  }
  const count = (table: string, which = sql`true`) =>
    sql`(select count(*) from ${sql.table(table)} t where t.plan_version_id = v.id and ${which})`
  const drafts = Object.values(tables).map((table) => count(table, sql`published_at is null`))
  const { rows } = await sql<PlanCounts>`
    select v.id as plan_version_id, v.published_at is not null as is_version_published,
      ${sql.join(Object.entries(tables).map(([name, table]) => sql`${count(table)} as ${sql.ref(name)}`))},
      ${count('action_field', sql`published_at is not null`)} as published_fields,
      ${count('measure', sql`published_at is not null`)} as published_measures,
      ${sql.join(drafts, sql` + `)} as drafts
    from plan_version v order by v.number desc limit 1`.execute(db)
  return rows[0]
}

/** There is nothing yet that a plan is made of. */
export const planIsEmpty = (counts: PlanCounts | undefined): boolean =>
  counts === undefined || counts.fields + counts.needs + counts.goals + counts.measures + counts.chapters === 0

/** How many needs, goals, measures and indicators are still drafts: one statement. */
export async function countDrafts(db: Database, planVersionId: number): Promise<Record<ChainKind, number>> {
  const count = (kind: ChainKind, which = sql`true`) =>
    sql`(select count(*) from ${sql.table(kind)} where plan_version_id = ${planVersionId} and published_at is null and ${which}) as ${sql.ref(kind)}`
  const { rows } = await sql<Record<ChainKind, number>>`
    select ${count('need', isCountedNeed('need'))}, ${count('goal')}, ${count('measure')}, ${count('indicator')}`.execute(
    db,
  )
  return rows[0] ?? { need: 0, goal: 0, measure: 0, indicator: 0 }
}
