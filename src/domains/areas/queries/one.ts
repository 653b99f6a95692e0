import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import type { MeasureState } from '#ui/marks.tsx'
import type { LocalText } from '#values/local-text.ts'
import type { Area, AreaInList } from '../model/area.ts'
import { findAreaWithCounts, isSeen } from './list.ts'

export interface AreaPage {
  area: Area
  /** Its neighbours of the same level and edition, for the map. */
  neighbours: Pick<AreaInList, 'id' | 'name' | 'geometry'>[]
  measures: { id: number; number: string; title: LocalText; state: MeasureState }[]
  actors: { id: number; name: string; isMigrantOrganisation: boolean }[]
}

interface LinkedRow {
  kind: 'measure' | 'actor' | 'parent' | 'child'
  id: number
  number: string
  title: string
  state: string
  flag: boolean
}

/** One area with the measures and actors there. Throws NotFound. Three statements, four in foreign languages. */
export async function getArea(db: Database, reading: Reading, id: number): Promise<AreaPage> {
  const row = await findAreaWithCounts(db, reading, id)
  if (!row) throw new NotFound()
  const { parentId, ...area } = row
  const seen = (alias: string) =>
    reading.sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`
  // Also what was linked to this area in an older edition.
  const same = sql`(select s.id from area s where s.level = ${row.level} and
    (s.id = ${id} or (s.area_key is not null and s.area_key = ${row.areaKey})))`
  const { rows: linked } = await sql<LinkedRow>`
    select distinct 'measure' as kind, m.id, m.number, m.title, m.state, m.number_order, true as flag
      from measure_area l join measure m on m.municipality_id = l.municipality_id
        and m.plan_version_id = l.plan_version_id and m.id = l.measure_id
      where l.plan_version_id = ${reading.planVersionId} and l.area_id in ${same} ${seen('m')}
    union all
    select distinct 'actor', a.id, '', a.name, '', '{}'::int[], a.is_migrant_organisation
      from actor_area l join actor a on a.municipality_id = l.municipality_id and a.id = l.actor_id
      where l.area_id in ${same} ${seen('a')}
    union all select 'parent', p.id, '', p.name, '', '{}'::int[], false from area p where p.id = ${parentId}::bigint and ${isSeen(reading, 'p')}
    union all select 'child', c.id, '', c.name, '', '{}'::int[], false from area c
      where c.parent_id = ${id} and c.valid_to is null and ${isSeen(reading, 'c')}
    order by kind, number_order, title`.execute(db)
  const neighbours = await db
    .selectFrom('area')
    .where('level', '=', row.level)
    .where('edition', '=', row.edition)
    .where('geometry', 'is not', null)
    .where(isSeen(reading, 'area'))
    .select(['id', 'name', 'geometry'])
    .orderBy('name')
    .execute()
  const of = (kind: LinkedRow['kind']) => linked.filter((link) => link.kind === kind)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'measure', ids: of('measure').map((measure) => measure.id) },
  ])
  const named = ({ id: other, title }: LinkedRow) => ({ id: other, name: title })
  const [parent] = of('parent')
  return {
    area: { ...area, parent: parent ? named(parent) : null, children: of('child').map(named) },
    neighbours: neighbours as AreaPage['neighbours'],
    measures: of('measure').map((measure) => ({
      id: measure.id,
      number: measure.number,
      title: words.text('measure', measure.id, 'title', measure.title),
      state: measure.state as MeasureState,
    })),
    actors: of('actor').map((actor) => ({ ...named(actor), isMigrantOrganisation: actor.flag })),
  }
}
