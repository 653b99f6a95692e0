import { sql, type RawBuilder } from 'kysely'
import type { Slice } from '#platform/api/collection.ts'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { OnlyOne } from '#platform/tables/list-files.ts'
import type { MeasureFilter } from '../model/filter.ts'
import { matches, selectMeasures } from './list.ts'

/** How many measures match, and which of them stand on this page, in order. One statement; it searches once. */
export async function pageOfMeasures(
  db: Database,
  reading: Reading,
  filter: Partial<MeasureFilter> & OnlyOne,
  year: number,
  slice: Slice,
): Promise<{ total: number; ids: number[] }> {
  const { rows } = await (
    filter.q ? searched(db, reading, filter, year, slice) : listed(db, reading, filter, year, slice)
  ).execute(db)
  return rows[0] ?? { total: 0, ids: [] }
}

type Counted = RawBuilder<{ total: number; ids: number[] }>
type Ask = [db: Database, reading: Reading, filter: Partial<MeasureFilter> & OnlyOne, year: number, slice: Slice]

function listed(...[db, reading, filter, year, { limit, offset }]: Ask): Counted {
  const counted = db
    .selectFrom('measure as m')
    .where(matches(reading, filter))
    .select(({ fn }) => fn.countAll().as('n'))
  const ids = selectMeasures(db, reading, filter, year).select('m.id').limit(limit).offset(offset)
  return sql`select ${counted} as total, array(${ids}) as ids`
}

/** What fits best stands first, unless another order is asked for. */
function searched(...[db, reading, { q = '', ...filter }, year, { limit, offset }]: Ask): Counted {
  const found = db
    .selectFrom('measure as m')
    .innerJoin(sql<{ id: number; rank: number }>`search_measures(${reading.planVersionId}, ${q})`.as('s'), (join) =>
      join.onRef('s.id', '=', 'm.id'),
    )
    .where(matches(reading, filter))
    .select(['m.id', 'm.numberOrder', sql<number>`s.rank`.as('rank')])
  const ids =
    filter.sort === 'treffer'
      ? sql`select id from found order by rank desc, number_order, id limit ${limit} offset ${offset}`
      : sql`${selectMeasures(db, reading, filter, year)
          .where(sql<boolean>`m.id in (select id from found)`)
          .select('m.id')
          .limit(limit)
          .offset(offset)}`
  return sql`with found as materialized (${found})
    select (select count(*) from found) as total, array(${ids}) as ids`
}
