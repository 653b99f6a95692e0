import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import { isCountedNeed } from '#platform/things/counted.ts'
import type { KnownChain, KnownNode } from '../model/known-chain.ts'

/** All knots and links of the plan that this reader may see, without their texts: two statements at any size. */
export async function loadChain(db: Database, { planVersionId, sees }: Reading): Promise<KnownChain> {
  const seen = sees.drafts ? sql`true` : sql`published_at is not null`
  const { rows } = await sql<KnownNode & { isOutside: boolean }>`
    select id, kind, field_id, state, is_flagship, is_outside from (
      select n.id, 'need' as kind, n.action_field_id as field_id, null as state, false as is_flagship, 1 as place, n.position, null::int[] as number_order,
          n.state = 'REJECTED' as is_outside
        from need n where plan_version_id = ${planVersionId} and ${seen} and ${isCountedNeed('n')}
      union all
      select g.id, 'goal', g.action_field_id, null, false, 2, g.position, null,
          not (g.level in ('IMPACT_GOAL', 'OUTPUT_GOAL', 'PROJECT_GOAL')
          or exists (select from goal_need l where l.plan_version_id = g.plan_version_id and l.goal_id = g.id)
          or exists (select from measure_goal l where l.plan_version_id = g.plan_version_id and l.goal_id = g.id))
        from goal g where plan_version_id = ${planVersionId} and ${seen}
      union all
      select m.id, 'measure', m.action_field_id, m.state, m.is_flagship, 3, 0, m.number_order, false from measure m
        where plan_version_id = ${planVersionId} and ${seen}
      union all
      select i.id, 'indicator', i.action_field_id, null, false, 4, i.position, null, false from indicator i
        where plan_version_id = ${planVersionId} and ${seen}
    ) s left join (select id as field, position as field_position from action_field where plan_version_id = ${planVersionId}) f on f.field = s.field_id
    order by place, field_position, s.position, number_order, id`.execute(db)
  const { rows: links } = await sql<{ from: number; to: number }>`
    select need_id as "from", goal_id as "to" from goal_need where plan_version_id = ${planVersionId}
    union all select goal_id, measure_id from measure_goal where plan_version_id = ${planVersionId}
    union all select measure_id, indicator_id from measure_indicator where plan_version_id = ${planVersionId}
    union all select goal_id, indicator_id from goal_indicator where plan_version_id = ${planVersionId}
    order by 1, 2`.execute(db)
  const part = (wanted: boolean): KnownNode[] =>
    rows.flatMap(({ isOutside, ...node }) => (isOutside === wanted ? [node] : []))
  const nodes = part(false)
  const known = new Set(nodes.map(({ id }) => id))
  return { nodes, outside: part(true), links: links.filter(({ from, to }) => known.has(from) && known.has(to)) }
}

/** The knots that carry this cross-cutting topic and this target group, one statement. Indicators carry neither. */
export async function listTagged(
  db: Database,
  { planVersionId }: Reading,
  { topicId, groupId }: { topicId?: number; groupId?: number },
): Promise<Set<number>> {
  const topic = sql`
    select need_id as id from need_topic where plan_version_id = ${planVersionId} and topic_id = ${topicId ?? null}
    union select goal_id from goal_topic where plan_version_id = ${planVersionId} and topic_id = ${topicId ?? null}
    union select measure_id from measure_topic where plan_version_id = ${planVersionId} and topic_id = ${topicId ?? null}`
  const group = sql`
    select need_id as id from need_target_group where plan_version_id = ${planVersionId} and target_group_id = ${groupId ?? null}
    union select measure_id from measure_target_group where plan_version_id = ${planVersionId} and target_group_id = ${groupId ?? null}`
  const wanted = topicId && groupId ? sql`(${topic}) intersect (${group})` : topicId ? topic : group
  const { rows } = await sql<{ id: number }>`${wanted}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
