import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Observation, ObservationFlag } from '../model/observation.ts'

export interface StoredObservation extends Observation {
  id: number
  version: number
  areaName: string | null
}

/**
 * Every value of an indicator, also those below the municipality and those broken down. Only for people who may enter
 * values (`observation:edit`): everybody else is given the view `public_observation`.
 */
export async function listAllObservations(db: Database, indicatorId: number): Promise<StoredObservation[]> {
  const rows = await db
    .selectFrom('observation as o')
    .leftJoin('area as a', (join) =>
      join.onRef('a.municipalityId', '=', 'o.municipalityId').onRef('a.id', '=', 'o.areaId'),
    )
    .where('o.indicatorId', '=', indicatorId)
    .selectAll('o')
    .select('a.name as areaName')
    .orderBy('o.periodTo', 'desc')
    .orderBy('a.name')
    .orderBy('o.dimensions')
    .orderBy('o.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    dimensions: row.dimensions as Record<string, string>,
    flags: row.flags as ObservationFlag[],
  }))
}

/** How many values end with an indicator: none while another version of the plan shows it. */
export async function countValues(db: Database, id: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from observation where indicator_id = ${id}
      and (select count(*) from indicator where id = ${id}) = 1`.execute(db)
  return rows[0]?.count ?? 0
}
