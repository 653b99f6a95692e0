import * as v from 'valibot'
import type { Collection } from '#platform/api/collection.ts'
import { countField, dayField, field, idField, textField } from '#platform/api/item-fields.ts'
import type { OrderKind } from '../model/forms.ts'
import { measureStates } from '../model/linked.ts'
import { paths } from '../paths.ts'
import { countOrder, listOrder } from '../queries/list.ts'
import { findThing } from '../queries/one.ts'
import { texts } from '../texts/index.ts'
import { exportedOrder } from './list.ts'

const named = { id: idField, title: textField, description: v.nullable(textField) }
const counts = {
  needCount: countField,
  goalCount: countField,
  measuresByState: field(
    v.strictObject(
      Object.fromEntries(measureStates.map((state) => [state, v.optional(countField)])) as Record<
        (typeof measureStates)[number],
        v.OptionalSchema<typeof countField, undefined>
      >,
    ),
    'How many measures are how far; a state that none has is left out',
  ),
}

const fieldItem = v.strictObject({ ...named, code: textField, ...counts })
const topicItem = v.strictObject({ ...named, ...counts })
const groupItem = v.strictObject({
  ...named,
  parentId: v.nullable(field(idField, 'The group to which this one belongs')),
  estimatedSize: v.nullable(
    v.strictObject({
      value: field(countField, 'How many people, by an estimate'),
      source: v.nullable(textField),
      date: v.nullable(dayField),
    }),
  ),
  ...counts,
})

const collectionOf = (kind: OrderKind, parts: Pick<Collection, 'name' | 'item' | 'path'>): Collection => ({
  ...parts,
  parameters: {},
  list: async ({ db, reading, speech }, _, slice, only) => {
    const rows = await listOrder(db, reading, kind, { ...slice, only })
    const total = only === undefined ? await countOrder(db, reading, kind) : rows.length
    const { item } = exportedOrder(kind, rows, texts(speech), reading.sees)
    return { total, items: rows.map(item) }
  },
  explain: ({ db, reading }, id) => findThing(db, reading, kind, id),
})

/** Action fields, cross-cutting topics and target groups in the API. */
export const orderApis: readonly Collection[] = [
  collectionOf('action-field', { name: 'action-fields', item: fieldItem, path: paths.list }),
  collectionOf('cross-cutting-topic', {
    name: 'cross-cutting-topics',
    item: topicItem,
    path: paths.topics.list,
  }),
  collectionOf('target-group', { name: 'target-groups', item: groupItem, path: paths.targetGroups.list }),
]
