import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { MeasureForm } from '../model/form.ts'
import type { Acting } from '#platform/things/acting.ts'

/** The n:m links of a measure: the form's field, the table, its column, and where the other end lives. */
export const linkTables = [
  { field: 'goalIds', table: 'measure_goal', column: 'goal_id', other: 'goal' },
  { field: 'targetGroupIds', table: 'measure_target_group', column: 'target_group_id', other: 'target_group' },
  { field: 'topicIds', table: 'measure_topic', column: 'topic_id', other: 'cross_cutting_topic' },
  { field: 'areaIds', table: 'measure_area', column: 'area_id', other: 'area' },
  { field: 'indicatorIds', table: 'measure_indicator', column: 'indicator_id', other: 'indicator' },
  { field: 'partnerIds', table: 'measure_partner', column: 'actor_id', other: 'actor' },
  { field: 'partnerUnitIds', table: 'measure_partner', column: 'org_unit_id', other: 'org_unit' },
] as const satisfies { field: keyof MeasureForm; table: string; column: string; other: string }[]

export type Links = Record<(typeof linkTables)[number]['field'], number[]>

/** The linked ids per field, each sorted. */
export async function readLinks(db: Database, { planVersionId }: Acting, id: number): Promise<Links> {
  const parts = linkTables.map(
    ({ field, table, column }) => sql`select ${field} as field, ${sql.ref(column)} as id from ${sql.table(table)}
      where plan_version_id = ${planVersionId} and measure_id = ${id} and ${sql.ref(column)} is not null`,
  )
  const { rows } = await sql<{
    field: keyof Links
    id: number
  }>`${sql.join(parts, sql` union all `)} order by 1, 2`.execute(db)
  return Object.fromEntries(
    linkTables.map(({ field }) => [field, rows.filter((row) => row.field === field).map((row) => row.id)]),
  ) as Links
}

export const noLinks: Links = Object.fromEntries(linkTables.map(({ field }) => [field, []])) as never

/**
 * Makes the links `after` out of what they are now; what stays is not touched. Ids that are not of this municipality and
 * version are left out by the join: they can only come from a forged form.
 */
export async function changeLinks(
  db: Database,
  acting: Acting,
  id: number,
  before: Links,
  after: Links,
): Promise<void> {
  const { municipalityId, planVersionId } = acting
  for (const { field, table, column, other } of linkTables) {
    const gone = before[field].filter((one) => !after[field].includes(one))
    const added = after[field].filter((one) => !before[field].includes(one))
    if (gone.length > 0) {
      await sql`delete from ${sql.table(table)} where plan_version_id = ${planVersionId} and measure_id = ${id}
        and ${sql.ref(column)} = any(${gone})`.execute(db)
    }
    if (added.length === 0) continue
    const isVersioned = ['goal', 'target_group', 'cross_cutting_topic', 'indicator'].includes(other)
    await sql`insert into ${sql.table(table)} (municipality_id, plan_version_id, measure_id, ${sql.ref(column)})
      select ${municipalityId}, ${planVersionId}, ${id}, o.id from ${sql.table(other)} o
      where o.id = any(${added}) ${isVersioned ? sql`and o.plan_version_id = ${planVersionId}` : sql``}
      on conflict do nothing`.execute(db)
  }
}
