import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import { formatDate } from '#values/local-date.ts'
import type { AreaGeometry } from '../model/geometry.ts'

/** A stored area as its form shows it. `undefined`: there is none. */
export async function findTyped(db: Database, id: number) {
  const row = await db.selectFrom('area').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row) return undefined
  const date = (day: string | null) => (day === null ? '' : formatDate(day, 'de'))
  const values: Typed = {
    level: row.level,
    name: row.name,
    areaKey: row.areaKey ?? '',
    edition: row.edition,
    population: row.population === null ? '' : String(row.population),
    parentId: row.parentId === null ? '' : String(row.parentId),
    validFrom: date(row.validFrom),
    validTo: date(row.validTo),
    geometry: row.geometry === null ? '' : JSON.stringify(row.geometry),
  }
  return { row: { ...row, geometry: row.geometry as AreaGeometry | null }, values }
}

/** The areas that another one can lie in. */
export async function listParents(db: Database, except?: number) {
  const rows = await db
    .selectFrom('area')
    .where('validTo', 'is', null)
    .where('level', '<>', 'SOCIAL_SPACE')
    .$if(except !== undefined, (query) => query.where('id', '<>', except ?? 0))
    .select(['id', 'name'])
    .orderBy('level')
    .orderBy('name')
    .execute()
  return rows.map(({ id, name }) => ({ value: String(id), label: name }))
}
