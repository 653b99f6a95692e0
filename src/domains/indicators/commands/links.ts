import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { IndicatorForm } from '../model/form.ts'

/** The n:m links of an indicator, which its form and the forms of goals and measures edit alike. */
export const linkTables = [
  { field: 'goalIds', table: 'goal_indicator', column: 'goal_id', other: 'goal' },
  { field: 'measureIds', table: 'measure_indicator', column: 'measure_id', other: 'measure' },
] as const satisfies { field: keyof IndicatorForm; table: string; column: string; other: string }[]

export type Links = Record<(typeof linkTables)[number]['field'], number[]>

/** The linked ids per field, each sorted. */
export async function readLinks(db: Database, { planVersionId }: Acting, id: number): Promise<Links> {
  const parts = linkTables.map(
    ({ field, table, column }) => sql`select ${field} as field, ${sql.ref(column)} as id from ${sql.table(table)}
      where plan_version_id = ${planVersionId} and indicator_id = ${id}`,
  )
  const { rows } = await sql<{ field: keyof Links; id: number }>`
    ${sql.join(parts, sql` union all `)} order by 1, 2`.execute(db)
  const of = (field: keyof Links) => rows.filter((row) => row.field === field).map((row) => row.id)
  return { goalIds: of('goalIds'), measureIds: of('measureIds') }
}

/** Makes the links what the form says. Ids from elsewhere, which only a forged form can hold, are left out by the join. */
export async function replaceLinks(
  db: Database,
  { municipalityId, planVersionId }: Acting,
  id: number,
  form: Links,
): Promise<void> {
  for (const { field, table, column, other } of linkTables) {
    const wanted = form[field]
    await sql`delete from ${sql.table(table)} where plan_version_id = ${planVersionId} and indicator_id = ${id}
      and not (${sql.ref(column)} = any(${wanted}))`.execute(db)
    if (wanted.length === 0) continue
    await sql`insert into ${sql.table(table)} (municipality_id, plan_version_id, indicator_id, ${sql.ref(column)})
      select ${municipalityId}, ${planVersionId}, ${id}, o.id from ${sql.table(other)} o
      where o.id = any(${wanted}) and o.plan_version_id = ${planVersionId} on conflict do nothing`.execute(db)
  }
}
