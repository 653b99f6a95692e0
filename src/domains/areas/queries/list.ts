import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import { levelWordOf, levelWords, type AreaInList, type AreaLevel, type LevelWord } from '../model/area.ts'
import type { AreaFilter } from '../model/filter.ts'

export interface AreaList {
  areas: AreaInList[]
  level: AreaLevel
  /** The levels that have areas, and the older editions of this level. */
  levels: LevelWord[]
  editions: string[]
  /** Measures that hold everywhere: none of them is on the map. */
  everywhere: number
}

/**
 * What is linked to areas, counted per level and key: an area keeps its measures when its boundaries are drawn anew.
 * `seen` narrows to what the reader may see.
 */
const linksByKey = ({ planVersionId, sees }: Reading): RawBuilder<unknown> => {
  const seen = (alias: string) => (sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`)
  return sql`
    select b.level, coalesce(b.area_key, b.id::text) as own_key, count(distinct m.id) as measures, 0 as actors
      from measure_area l join measure m on m.municipality_id = l.municipality_id
        and m.plan_version_id = l.plan_version_id and m.id = l.measure_id
      join area b on b.municipality_id = l.municipality_id and b.id = l.area_id
      where l.plan_version_id = ${planVersionId} ${seen('m')} group by 1, 2
    union all
    select b.level, coalesce(b.area_key, b.id::text), 0, count(distinct a.id)
      from actor_area l join actor a on a.municipality_id = l.municipality_id and a.id = l.actor_id
      join area b on b.municipality_id = l.municipality_id and b.id = l.area_id
      where true ${seen('a')} group by 1, 2`
}

/** What this reader may see: an area without a name of its own (`hasName`) is nothing for the public. */
export const isSeen = ({ sees }: Reading, alias: string): RawBuilder<SqlBool> =>
  sees.drafts ? sql<SqlBool>`true` : sql<SqlBool>`${sql.ref(`${alias}.name`)} !~ '^[0-9]+$'`

/** The columns of an area with what is linked to it; `a` is the area, `counted` comes from `linksByKey`. */
export const columns = sql`a.id, a.level, a.name, a.area_key, a.edition, a.population, a.geometry,
  coalesce(sum(counted.measures), 0)::int as measures, coalesce(sum(counted.actors), 0)::int as actors`
export const joined = (reading: Reading) => sql`left join (${linksByKey(reading)}) counted
  on counted.level = a.level and counted.own_key = coalesce(a.area_key, a.id::text)`

/** The areas of one level and edition, with what is there; `only` finds one of any of them. Two statements. */
export async function listAreas(
  db: Database,
  reading: Reading,
  filter: Partial<AreaFilter> & OnlyOne,
): Promise<AreaList> {
  const { rows: known } = await sql<{ level: AreaLevel; edition: string; isCurrent: boolean; everywhere: number }>`
    select level, edition, bool_or(valid_to is null) as is_current,
      (select count(*) from measure m where m.plan_version_id = ${reading.planVersionId}
        ${reading.sees.drafts ? sql`` : sql`and m.published_at is not null`}
        and not exists (select from measure_area l where l.municipality_id = m.municipality_id
          and l.plan_version_id = m.plan_version_id and l.measure_id = m.id)) as everywhere
    from area where ${isSeen(reading, 'area')} group by level, edition order by level, edition desc`.execute(db)
  const has = (level: AreaLevel) => known.some((row) => row.level === level)
  const asked = filter.ebene && levelWords[filter.ebene]
  const level = asked ?? (['MUNICIPALITY', 'SOCIAL_SPACE', 'COUNTY'] as const).find(has) ?? 'MUNICIPALITY'
  const editions = known.filter((row) => row.level === level && !row.isCurrent).map(({ edition }) => edition)
  const isOld = filter.ausgabe !== undefined && editions.includes(filter.ausgabe)
  const edition = isOld ? sql`a.edition = ${filter.ausgabe}` : sql`a.valid_to is null`
  const { rows: areas } = await sql<AreaInList>`
    select ${columns} from area a ${joined(reading)}
    where ${filter.only !== undefined ? sql`a.id = ${filter.only}` : sql`a.level = ${level} and ${edition}`} and ${isSeen(reading, 'a')}
      ${filter.q ? sql`and fold(a.name) like like_pattern(${filter.q})` : sql``}
    group by a.municipality_id, a.id order by a.name, a.id`.execute(db)
  return {
    areas,
    level,
    levels: (['MUNICIPALITY', 'SOCIAL_SPACE', 'COUNTY'] as const).filter(has).map(levelWordOf),
    editions,
    everywhere: known[0]?.everywhere ?? 0,
  }
}

/** One area as the list has it. undefined: there is none. */
export async function findAreaWithCounts(db: Database, reading: Reading, id: number) {
  const { rows } = await sql<
    AreaInList & { version: number; validFrom: string | null; validTo: string | null; parentId: number | null }
  >`select ${columns}, a.version, a.valid_from, a.valid_to, a.parent_id from area a ${joined(reading)}
    where a.id = ${id} and ${isSeen(reading, 'a')} group by a.municipality_id, a.id`.execute(db)
  return rows[0]
}
