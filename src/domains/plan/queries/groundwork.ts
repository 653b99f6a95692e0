import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

/** What stands beside the plan and is public before it. */
export interface Groundwork {
  bodies: number
  actors: number
  areas: number
}

/** How much of it there is: one statement. */
export async function countGroundwork(db: Database): Promise<Groundwork> {
  const { rows } = await sql<Groundwork>`select
    (select count(*) from body where published_at is not null) as bodies,
    (select count(*) from actor where published_at is not null) as actors,
    (select count(*) from area where name !~ '^[0-9]+$') as areas`.execute(db)
  return rows[0] ?? { bodies: 0, actors: 0, areas: 0 }
}

export interface Beginning {
  /** Somebody has written what the plan wants, or in which steps it is made. */
  isDescribed: boolean
  hasMeasures: boolean
}

/** What has been begun in a plan of which nothing is public yet. One statement. */
export async function findBeginning(db: Database, planVersionId: number): Promise<Beginning> {
  const { rows } = await sql<Beginning>`
    select (v.lead is not null or v.main_goal is not null
        or exists (select from phase p where p.plan_version_id = v.id)
        or exists (select from chapter c where c.plan_version_id = v.id)) as is_described,
      exists (select from measure m where m.plan_version_id = v.id) as has_measures
    from plan_version v where v.id = ${planVersionId}`.execute(db)
  return rows[0] ?? { isDescribed: false, hasMeasures: false }
}
