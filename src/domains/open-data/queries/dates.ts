import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { FlexDate } from '#values/flex-date.ts'

/** When the areas of a municipality were entered and last changed. One statement. */
export async function datesOfAreas(db: Database): Promise<{ issued: Date | null; modified: Date | null }> {
  const { rows } = await sql<{ issued: Date | null; modified: Date | null }>`
    select min(created_at) as issued, max(updated_at) as modified from area`.execute(db)
  return rows[0] ?? { issued: null, modified: null }
}

/** The period of the newest published plan, and the key of the county, where exactly one area is it. One statement. */
export async function findFrame(
  db: Database,
): Promise<{ periodFrom: FlexDate | null; periodTo: FlexDate | null; countyKey: string | null }> {
  const { rows } = await sql<{ periodFrom: FlexDate | null; periodTo: FlexDate | null; countyKey: string | null }>`
    select v.period_from, v.period_to,
      (select min(a.area_key) from area a where a.level = 'COUNTY' and a.valid_to is null having count(*) = 1) as county_key
    from (select 1) one left join lateral (select period_from, period_to from plan_version
      where published_at is not null order by number desc limit 1) v on true`.execute(db)
  return rows[0] ?? { periodFrom: null, periodTo: null, countyKey: null }
}
