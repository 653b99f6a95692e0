import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { things, type ThingKind } from './kinds.ts'

/** A thing at the other end of a link. */
export interface Linked {
  kind: ThingKind
  id: number
  title: string
  publishedAt: Date | null
}

type End = [kind: ThingKind, column: string]
interface Edge {
  table: string
  /** Its rows belong to a version of the plan. */
  inPlan: boolean
  from: End
  to: End
}

const inPlan = (table: string, from: End, to: End): Edge => ({ table, inPlan: true, from, to })
const lasting = (table: string, from: End, to: End): Edge => ({ table, inPlan: false, from, to })

/** Every link between two things that are published each on its own. */
const edges: readonly Edge[] = [
  inPlan('need', ['need', 'id'], ['action-field', 'action_field_id']),
  inPlan('goal', ['goal', 'id'], ['action-field', 'action_field_id']),
  inPlan('goal', ['goal', 'id'], ['goal', 'parent_id']),
  inPlan('measure', ['measure', 'id'], ['action-field', 'action_field_id']),
  inPlan('measure', ['measure', 'id'], ['actor', 'lead_actor_id']),
  inPlan('indicator', ['indicator', 'id'], ['action-field', 'action_field_id']),
  inPlan('target_group', ['target-group', 'id'], ['target-group', 'parent_id']),
  inPlan('need_target_group', ['need', 'need_id'], ['target-group', 'target_group_id']),
  inPlan('need_topic', ['need', 'need_id'], ['cross-cutting-topic', 'topic_id']),
  inPlan('goal_need', ['goal', 'goal_id'], ['need', 'need_id']),
  inPlan('goal_topic', ['goal', 'goal_id'], ['cross-cutting-topic', 'topic_id']),
  inPlan('goal_indicator', ['goal', 'goal_id'], ['indicator', 'indicator_id']),
  inPlan('measure_goal', ['measure', 'measure_id'], ['goal', 'goal_id']),
  inPlan('measure_target_group', ['measure', 'measure_id'], ['target-group', 'target_group_id']),
  inPlan('measure_topic', ['measure', 'measure_id'], ['cross-cutting-topic', 'topic_id']),
  inPlan('measure_indicator', ['measure', 'measure_id'], ['indicator', 'indicator_id']),
  inPlan('measure_partner', ['measure', 'measure_id'], ['actor', 'actor_id']),
  lasting('actor_action_field', ['actor', 'actor_id'], ['action-field', 'action_field_id']),
  lasting('body_action_field', ['body', 'body_id'], ['action-field', 'action_field_id']),
  lasting('body_seat', ['body', 'body_id'], ['actor', 'actor_id']),
  lasting('body', ['body', 'id'], ['body', 'parent_id']),
]

/** Where it is seen. */
export const pageOf = ({ kind, id }: Pick<Linked, 'kind' | 'id'>): string => `${things[kind].page ?? '/plan'}/${id}`

/** What a thing is linked to, from either end, drafts too: one statement. Things of the plan in this version of it. */
export async function linkedThings(
  db: Database,
  planVersionId: number,
  kind: ThingKind,
  id: number,
): Promise<Linked[]> {
  const ways = edges.flatMap(({ from, to, ...edge }) => [
    ...(from[0] === kind ? [{ ...edge, own: from[1], other: to }] : []),
    ...(to[0] === kind ? [{ ...edge, own: to[1], other: from }] : []),
  ])
  if (ways.length === 0) return []
  const parts = ways.map(({ table, inPlan: versioned, own, other: [otherKind, column] }) => {
    const target = things[otherKind]
    return sql`select ${otherKind}::text as kind, o.id, ${sql.ref(`o.${target.title}`)} as title, o.published_at
      from ${sql.table(table)} l join ${sql.table(target.table)} o on o.id = ${sql.ref(`l.${column}`)}
      where ${sql.ref(`l.${own}`)} = ${id} ${versioned ? sql`and l.plan_version_id = ${planVersionId}` : sql``}
        ${target.inPlan ? sql`and o.plan_version_id = ${planVersionId}` : sql``}`
  })
  const { rows } = await sql<Linked>`select * from (${sql.join(parts, sql` union `)}) linked
    order by array_position(${Object.keys(things)}::text[], kind), title collate "de", id`.execute(db)
  return rows
}
