import { sql } from 'kysely'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import type { Database } from '#platform/db/database.ts'
import type { Acting } from '#platform/things/acting.ts'
import type { Hanging } from '#platform/things/remove-page.tsx'
import type { OrderKind } from '../model/forms.ts'
import { paths } from '../paths.ts'

const pathOf: Record<string, (id: number) => string> = {
  need: needPaths.one,
  goal: goalPaths.one,
  measure: measurePaths.one,
  indicator: indicatorPaths.one,
  'target-group': paths.targetGroup,
}

/**
 * What hangs on a field, topic or target group. What belongs to a field, or stands below a target group, must find
 * another place first; links to topics and target groups just end.
 */
export async function hangingOn(
  db: Database,
  { planVersionId }: Acting,
  kind: OrderKind,
  id: number,
): Promise<Hanging[]> {
  const here = sql`plan_version_id = ${planVersionId}`
  const linked = (table: string, column: string) =>
    sql`id in (select ${sql.ref(`${table.split('_')[0]}_id`)} from ${sql.table(table)} where ${here} and ${sql.ref(column)} = ${id})`
  const { rows } = await (
    {
      'action-field': sql<Row>`
        select 'need' as kind, id, statement as title, true as blocks from need where ${here} and action_field_id = ${id}
        union all select 'goal', id, text, true from goal where ${here} and action_field_id = ${id}
        union all select 'measure', id, number || ' ' || title, true from measure where ${here} and action_field_id = ${id}
        union all select 'indicator', id, title, true from indicator where ${here} and action_field_id = ${id}`,
      'cross-cutting-topic': sql<Row>`
        select 'need' as kind, id, statement as title, false as blocks from need where ${here} and ${linked('need_topic', 'topic_id')}
        union all select 'goal', id, text, false from goal where ${here} and ${linked('goal_topic', 'topic_id')}
        union all select 'measure', id, number || ' ' || title, false from measure where ${here} and ${linked('measure_topic', 'topic_id')}`,
      'target-group': sql<Row>`
        select 'target-group' as kind, id, title, true as blocks from target_group where ${here} and parent_id = ${id}
        union all select 'need', id, statement, false from need where ${here} and ${linked('need_target_group', 'target_group_id')}
        union all select 'measure', id, number || ' ' || title, false from measure
          where ${here} and ${linked('measure_target_group', 'target_group_id')}`,
    } satisfies Record<OrderKind, unknown>
  )[kind].execute(db)
  return rows.map((row) => ({ label: row.title, path: pathOf[row.kind]?.(row.id) ?? '/', blocks: row.blocks }))
}
interface Row {
  kind: string
  id: number
  title: string
  blocks: boolean
}
