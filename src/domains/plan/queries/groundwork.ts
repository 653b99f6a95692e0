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
