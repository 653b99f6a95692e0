import * as v from 'valibot'
import { searchWords, textParameter, wordParameter, type Collection } from '#platform/api/collection.ts'
import { countField, field, idField, textField } from '#platform/api/item-fields.ts'
import { areaLevels } from '../model/area.ts'
import { paths } from '../paths.ts'
import { getArea } from '../queries/one.ts'
import { pageOfAreas } from '../queries/page.ts'
import { texts } from '../texts/index.ts'
import { exportedAreas } from './list.ts'

const position = v.strictTuple([v.number(), v.number()])
const polygon = v.array(v.array(position))

/** An area with its boundaries. */
const areaItem = v.strictObject({
  id: idField,
  level: v.picklist(areaLevels),
  name: textField,
  areaKey: v.nullable(field(textField, 'The official key (AGS) where it has one')),
  edition: field(textField, 'Of which year the boundaries are'),
  population: v.nullable(countField),
  geometry: v.nullable(
    field(
      v.variant('type', [
        v.strictObject({ type: v.literal('Polygon'), coordinates: polygon }),
        v.strictObject({ type: v.literal('MultiPolygon'), coordinates: v.array(polygon) }),
      ]),
      'GeoJSON (RFC 7946), longitude before latitude',
    ),
  ),
  measureCount: countField,
  actorCount: countField,
})

/** Areas in the API: the current ones of every level, unless an older edition is asked for. */
export const areasApi: Collection = {
  name: 'areas',
  item: areaItem,
  path: paths.list,
  parameters: { q: searchWords, level: wordParameter('level', areaLevels), edition: textParameter('edition', 60) },
  list: async ({ db, reading, speech }, asked, slice, only) => {
    const { areas, total } = await pageOfAreas(db, reading, only === undefined ? asked : { only }, slice)
    const { item } = exportedAreas(areas, texts(speech))
    return { total, items: areas.map(item) }
  },
  explain: ({ db, reading }, id) => getArea(db, reading, id),
}
