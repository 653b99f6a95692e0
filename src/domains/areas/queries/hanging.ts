import { sql } from 'kysely'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import type { Database } from '#platform/db/database.ts'
import type { Hanging } from '#platform/things/remove-page.tsx'
import { paths } from '../paths.ts'

const pathOf = { area: paths.one, measure: measurePaths.one, actor: actorPaths.one }

/** What lies in an area keeps it: measures, actors and smaller areas must find another place first. */
export async function hangingOn(db: Database, id: number): Promise<Hanging[]> {
  const { rows } = await sql<{ kind: keyof typeof pathOf; id: number; label: string }>`
    select 'area' as kind, id, name as label from area where parent_id = ${id}
    union all select 'measure', m.id, max(m.number || ' ' || m.title) from measure_area l
      join measure m using (municipality_id, plan_version_id) where m.id = l.measure_id and l.area_id = ${id} group by m.id
    union all select 'actor', a.id, a.name from actor_area l join actor a using (municipality_id)
      where a.id = l.actor_id and l.area_id = ${id}
    order by kind, label`.execute(db)
  return rows.map(({ kind, id: thing, label }) => ({ label, path: pathOf[kind](thing), blocks: true }))
}
