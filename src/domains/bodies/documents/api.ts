import * as v from 'valibot'
import type { Collection } from '#platform/api/collection.ts'
import { countField, field, idField, idsField, textField } from '#platform/api/item-fields.ts'
import { bodyTypes, relationKinds } from '../model/body.ts'
import { paths } from '../paths.ts'
import { countBodies, listBodies } from '../queries/list.ts'
import { getBody } from '../queries/one.ts'
import { texts } from '../texts/index.ts'
import { exportedBodies } from './list.ts'

/** A body as everybody may see it: never the name of a person. */
const bodyItem = v.strictObject({
  id: idField,
  name: textField,
  shortName: v.nullable(textField),
  type: v.picklist(bodyTypes),
  purpose: v.nullable(textField),
  meets: v.nullable(field(textField, 'How often, in words')),
  seatCount: field(countField, '0: none entered'),
  parentId: v.nullable(field(idField, 'The body to which this one belongs')),
  relations: v.array(v.strictObject({ kind: v.picklist(relationKinds), bodyId: idField })),
  actionFieldIds: idsField,
})

/** Bodies in the API. */
export const bodiesApi: Collection = {
  name: 'bodies',
  item: bodyItem,
  path: paths.list,
  parameters: {},
  list: async ({ db, reading, speech }, _, slice, only) => {
    const rows = await listBodies(db, reading, { ...slice, only })
    const total = only === undefined ? await countBodies(db, reading) : rows.length
    const { item } = exportedBodies(rows, texts(speech), reading.sees)
    return { total, items: rows.map(item) }
  },
  explain: ({ db, reading }, id) => getBody(db, reading, id),
}
