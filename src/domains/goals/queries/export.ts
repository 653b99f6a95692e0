import { sql } from 'kysely'
import { everything, type Slice } from '#platform/api/collection.ts'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import { visible } from '#platform/things/visible.ts'
import type { GoalFilter } from '../model/filter.ts'
import { readSmart, type GoalInList, type Smart } from '../model/goal.ts'
import { findGoals } from './list.ts'

export interface ExportedGoal extends GoalInList {
  stairStep: number | null
  evidence: string | null
  smart: Smart
  budgetProductId: number | null
  parentText: string | null
  needIds: number[]
  topicIds: number[]
  indicatorIds: number[]
  measureIds: number[]
}

/** The filtered list, whole or one page of it, with what the page of each goal says. Two statements, three in foreign languages. */
export async function exportGoals(
  db: Database,
  reading: Reading,
  filter: Partial<GoalFilter> & OnlyOne,
  slice: Slice = everything,
): Promise<ExportedGoal[]> {
  const { goals, words } = await findGoals(db, reading, filter, slice)
  const linked = (table: string, column: string, other: string) =>
    sql`array(select ${sql.ref(`l.${column}`)} from ${sql.table(table)} l join ${sql.table(other)} o
      on o.municipality_id = l.municipality_id and o.plan_version_id = l.plan_version_id and o.id = ${sql.ref(`l.${column}`)}
      where l.municipality_id = g.municipality_id and l.plan_version_id = g.plan_version_id and l.goal_id = g.id
        and ${visible(reading, 'o')} order by 1)`
  type More = Omit<ExportedGoal, keyof GoalInList | 'smart'> & { id: number; smart: unknown }
  const { rows } = await sql<More>`
    select g.id, g.stair_step, g.evidence, g.smart, g.budget_product_id,
      (select p.text from goal p where ${visible(reading, 'p')} and p.id = g.parent_id) as parent_text,
      ${linked('goal_need', 'need_id', 'need')} as need_ids,
      ${linked('goal_topic', 'topic_id', 'cross_cutting_topic')} as topic_ids,
      ${linked('goal_indicator', 'indicator_id', 'indicator')} as indicator_ids,
      ${linked('measure_goal', 'measure_id', 'measure')} as measure_ids
    from goal g where g.plan_version_id = ${reading.planVersionId} and g.id = any(${goals.map(({ id }) => id)})`.execute(
    db,
  )
  const more = new Map(rows.map((row) => [row.id, row]))
  return goals.flatMap((goal) => {
    const rest = more.get(goal.id)
    if (!rest) return []
    const evidence = words.optional('goal', goal.id, 'evidence', rest.evidence)?.text ?? null
    return [{ ...goal, ...rest, evidence, smart: readSmart(rest.smart) }]
  })
}
