import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { ThingKind } from '../model/kind.ts'
import type { KnownThing } from '../model/meanings.ts'

/** Everything that names in a file may stand for. One statement. */
export async function listKnown(db: Database, planVersionId: number): Promise<KnownThing[]> {
  const { rows } = await sql<{ kind: ThingKind; id: number; name: string; code: string | null }>`
    select 'action-field' as kind, id, title as name, code from action_field where plan_version_id = ${planVersionId}
    union all select 'target-group', id, title, null from target_group where plan_version_id = ${planVersionId}
    union all select 'cross-cutting-topic', id, title, null from cross_cutting_topic where plan_version_id = ${planVersionId}
    union all select 'goal', id, text, null from goal where plan_version_id = ${planVersionId}
    union all select 'area', id, name, null from area where valid_to is null
    union all select 'org-unit', id, name, null from org_unit where ended_on is null
    union all select 'actor', id, name, null from actor
    union all select 'measure', id, title, number from measure where plan_version_id = ${planVersionId}
    union all select 'need', id, statement, null from need where plan_version_id = ${planVersionId}
    order by 1, 2`.execute(db)
  return rows.map(({ kind, id, name, code }) => ({ kind, id, name, ...(code !== null && { code }) }))
}
