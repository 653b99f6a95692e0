import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import type { LocalDate } from '#values/local-date.ts'
import type { Facts, GroupName, Thing } from '../model/completeness.ts'

/** What is counted per thing: the table, and the column that names the thing. */
const counted = {
  fieldNeeds: ['need', 'action_field_id'],
  fieldGoals: ['goal', 'action_field_id'],
  fieldMeasures: ['measure', 'action_field_id'],
  needGroups: ['need_target_group', 'need_id'],
  needSources: ['need_source', 'need_id'],
  needGoals: ['goal_need', 'need_id'],
  goalNeeds: ['goal_need', 'goal_id'],
  goalIndicators: ['goal_indicator', 'goal_id'],
  goalMeasures: ['measure_goal', 'goal_id'],
  goalChildren: ['goal', 'parent_id'],
  measureGoals: ['measure_goal', 'measure_id'],
} as const
type Counted =
  | keyof typeof counted
  | 'planPhases'
  | 'planFields'
  | 'planGoals'
  | 'planMeasures'
  | 'planIndicators'
  | 'indicatorValues'

interface Row {
  group: GroupName
  id: number
  label: string
  number: string | null
  level: string | null
  isOut: boolean
  verifiedOn: LocalDate | null
  /** The yes/no facts of the kind that are true. */
  has: string[]
}

/**
 * Everything of the plan with the facts that completeness asks for: two statements at any size. Links are counted apart
 * and put together here: one statement with all the joins is slow wherever the planner does not know the tables yet.
 */
export async function listFacts(db: Database, planVersionId: number): Promise<Thing[]> {
  const has = (facts: Readonly<Record<string, string>>) =>
    sql`array_remove(array[${sql.join(Object.entries(facts).map(([name, test]) => sql`case when ${sql.raw(test)} then ${sql.lit(name)} end`))}], null)`
  const none = sql`'{}'::text[]`
  const ours = sql`where plan_version_id = ${planVersionId}`
  const { rows } = await sql<Row>`
    select "group", id, label, number, level, is_out, verified_on, has from (
    select 'plan' as "group", 1 as place, id, title as label, null as number, null::int[] as number_order, 0 as position, null as level,
        false as is_out, null::date as verified_on, ${has({
          hasLead: 'lead is not null',
          hasUnderstanding: 'understanding is not null',
          hasMainGoal: 'main_goal is not null',
          hasPeriod: 'period_from is not null',
        })} as has from plan_version where id = ${planVersionId}
    union all select 'field', 2, id, title, code, null, position, null, false, null, ${has({
      hasDescription: `coalesce(description, '') <> ''`,
    })} from action_field ${ours}
    union all select 'need', 3, id, statement, null, null, position, null, state = 'REJECTED', null, ${none} from need ${ours}
      and ${isCountedNeed('need')}
    union all select 'goal', 4, id, text, null, null, position, level, false, null, ${none} from goal ${ours}
    union all select 'measure', 5, id, title, number, number_order, 0, null, false, null, ${has({
      hasLead: 'num_nonnulls(lead_org_unit_id, lead_actor_id) = 1',
      hasPeriod: 'period_from is not null or is_permanent',
      hasKind: 'kind is not null',
      hasDescription: `coalesce(description, '') <> ''`,
      isRed: `course = 'RED'`,
      isCourseReleased: 'course_released',
    })} from measure ${ours}
    union all select 'indicator', 6, id, title, code, null, position, null, false, null, ${has({
      hasBaseline: 'baseline_value is not null',
      hasTarget: 'target_value is not null',
      hasSource: `coalesce(source, '') <> ''`,
    })} from indicator ${ours}
    union all select 'actor', 7, id, name, null, null, 0, null, false, coalesce(verified_on, created_at::date), ${none} from actor
    ) things order by place, number_order, position, label collate "de"`.execute(db)
  const count = await countLinks(db, planVersionId)
  return rows.map((row) => ({
    group: row.group,
    id: row.id,
    label: row.label,
    number: row.number,
    facts: factsOf(row, (name) => count.get(`${name} ${row.id}`) ?? 0),
  }))
}

async function countLinks(db: Database, planVersionId: number): Promise<Map<string, number>> {
  const parts = Object.entries(counted).map(
    ([
      name,
      [table, column],
    ]) => sql`select ${name}::text as name, ${sql.ref(column)} as id, count(*) as n from ${sql.table(table)}
      where plan_version_id = ${planVersionId} and ${sql.ref(column)} is not null group by 2`,
  )
  const { rows } = await sql<{ name: Counted; id: number; n: number }>`${sql.join(parts, sql` union all `)}
    union all select 'planPhases', plan_version_id, count(*) from phase where plan_version_id = ${planVersionId} group by 2
    union all select 'planFields', plan_version_id, count(*) from action_field where plan_version_id = ${planVersionId} group by 2
    union all select 'planGoals', plan_version_id, count(*) from goal where plan_version_id = ${planVersionId} group by 2
    union all select 'planMeasures', plan_version_id, count(*) from measure where plan_version_id = ${planVersionId} group by 2
    union all select 'planIndicators', plan_version_id, count(*) from indicator where plan_version_id = ${planVersionId} group by 2
    union all select 'indicatorValues', indicator_id, count(value) from public_observation group by 2`.execute(db)
  return new Map(rows.map(({ name, id, n }) => [`${name} ${id}`, n]))
}

function factsOf({ group, level, isOut, verifiedOn, has }: Row, n: (name: Counted) => number): Facts[GroupName] {
  const is = (name: string) => has.includes(name)
  const facts: { [Group in GroupName]: () => Facts[Group] } = {
    plan: () => ({
      hasLead: is('hasLead'),
      hasUnderstanding: is('hasUnderstanding'),
      hasMainGoal: is('hasMainGoal'),
      hasPeriod: is('hasPeriod'),
      phases: n('planPhases'),
      fields: n('planFields'),
      goals: n('planGoals'),
      measures: n('planMeasures'),
      indicators: n('planIndicators'),
    }),
    field: () => ({
      hasDescription: is('hasDescription'),
      needs: n('fieldNeeds'),
      goals: n('fieldGoals'),
      measures: n('fieldMeasures'),
    }),
    need: () => ({ targetGroups: n('needGroups'), sources: n('needSources'), goals: n('needGoals'), isOut }),
    goal: () => ({
      level: level ?? '',
      needs: n('goalNeeds'),
      indicators: n('goalIndicators'),
      measures: n('goalMeasures'),
      children: n('goalChildren'),
    }),
    measure: () => ({
      hasLead: is('hasLead'),
      hasPeriod: is('hasPeriod'),
      goals: n('measureGoals'),
      hasKind: is('hasKind'),
      hasDescription: is('hasDescription'),
      isRed: is('isRed'),
      isCourseReleased: is('isCourseReleased'),
    }),
    indicator: () => ({
      hasBaseline: is('hasBaseline'),
      hasTarget: is('hasTarget'),
      hasSource: is('hasSource'),
      values: n('indicatorValues'),
    }),
    actor: () => ({ verifiedOn }),
  }
  return facts[group]()
}
