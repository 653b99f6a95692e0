import { sql } from 'kysely'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { Hanging } from '#platform/things/remove-page.tsx'
import { paths } from '../paths.ts'

const pathOf: Record<string, (id: number) => string> = {
  goal: paths.one,
  need: needPaths.one,
  measure: measurePaths.one,
  indicator: indicatorPaths.one,
}

/** Goals below a goal must find another place first; needs, measures and indicators only lose their link. */
export async function hangingOn(db: Database, { planVersionId }: Acting, id: number): Promise<Hanging[]> {
  const here = sql`l.plan_version_id = ${planVersionId} and l.goal_id = ${id}`
  const joined = (table: string, column: string) =>
    sql`${sql.table(table)} o on o.municipality_id = l.municipality_id and o.plan_version_id = l.plan_version_id
      and o.id = ${sql.ref(`l.${column}`)} where ${here}`
  const { rows } = await sql<{ kind: string; id: number; title: string; blocks: boolean }>`
    select 'goal' as kind, id, text as title, true as blocks from goal
      where plan_version_id = ${planVersionId} and parent_id = ${id}
    union all select 'need', o.id, o.statement, false from goal_need l join ${joined('need', 'need_id')}
    union all select 'measure', o.id, o.number || ' ' || o.title, false from measure_goal l join ${joined('measure', 'measure_id')}
    union all select 'indicator', o.id, o.title, false from goal_indicator l join ${joined('indicator', 'indicator_id')}`.execute(
    db,
  )
  return rows.map((row) => ({ label: row.title, path: pathOf[row.kind]?.(row.id) ?? '/', blocks: row.blocks }))
}
