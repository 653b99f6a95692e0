import { sql } from 'kysely'
import type { Slice } from '#platform/api/collection.ts'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import type { AreaInList } from '../model/area.ts'
import { columns, joined } from './list.ts'

interface Filter extends OnlyOne {
  level?: string
  edition?: string
  q?: string
}

/** Areas of all levels from large to small, one page of them: the current ones, or those of an edition. Two statements. */
export async function pageOfAreas(
  db: Database,
  reading: Reading,
  { only, level, edition, q }: Filter,
  { limit, offset }: Slice,
): Promise<{ areas: AreaInList[]; total: number }> {
  const conditions = [
    ...(only === undefined ? [] : [sql`a.id = ${only}`]),
    ...(level === undefined ? [] : [sql`a.level = ${level}`]),
    ...(edition === undefined ? [] : [sql`a.edition = ${edition}`]),
    ...(only === undefined && edition === undefined ? [sql`a.valid_to is null`] : []),
    ...(q === undefined ? [] : [sql`fold(a.name) like like_pattern(${q})`]),
    sql`true`,
  ]
  const where = sql.join(conditions, sql` and `)
  const { rows: areas } = await sql<AreaInList>`
    select ${columns} from area a ${joined(reading)} where ${where}
    group by a.municipality_id, a.id
    order by array_position(array['COUNTY','MUNICIPALITY','SOCIAL_SPACE'], a.level), a.name, a.id
    limit ${limit} offset ${offset}`.execute(db)
  if (only !== undefined) return { areas, total: areas.length }
  const { rows } = await sql<{ total: number }>`select count(*) as total from area a where ${where}`.execute(db)
  return { areas, total: rows[0]?.total ?? 0 }
}
