import * as v from 'valibot'
import {
  flagParameter,
  idParameter,
  orderParameter,
  searchWords,
  wordParameter,
  type Collection,
} from '#platform/api/collection.ts'
import { field, flexDateField, idField, idsField, textField } from '#platform/api/item-fields.ts'
import { needFilter } from '../model/filter.ts'
import { chosenStates, sourceKinds } from '../model/need.ts'
import { paths } from '../paths.ts'
import { exportNeeds } from '../queries/export.ts'
import { countMatching } from '../queries/list.ts'
import { getNeed } from '../queries/one.ts'
import { texts } from '../texts/index.ts'
import { exportedNeeds } from './list.ts'

/** A need as everybody may see it. What was merged into another one moved there. */
const needItem = v.strictObject({
  id: idField,
  statement: textField,
  description: v.nullable(textField),
  actionFieldId: v.nullable(idField),
  targetGroupIds: idsField,
  crossCuttingTopicIds: idsField,
  priority: v.nullable(field(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)), '1 is the highest')),
  state: v.picklist(chosenStates),
  rejectionReason: v.nullable(textField),
  sources: v.array(v.strictObject({ kind: v.picklist(sourceKinds), text: textField, date: v.nullable(flexDateField) })),
  goalIds: idsField,
})

/** Needs in the API. */
export const needsApi: Collection = {
  name: 'needs',
  item: needItem,
  path: paths.list,
  parameters: {
    q: searchWords,
    actionFieldId: idParameter('feld'),
    targetGroupId: idParameter('zielgruppe'),
    crossCuttingTopicId: idParameter('thema'),
    state: wordParameter('stand', chosenStates),
    priority: wordParameter('prioritaet', { '1': '1', '2': '2', '3': '3', none: 'ohne' }),
    withoutGoal: flagParameter('ohneziel'),
    sort: wordParameter('sort', {
      position: 'folge',
      statement: 'bedarf',
      priority: 'prioritaet',
      state: 'stand',
      goals: 'ziele',
    }),
    order: orderParameter(),
  },
  list: async ({ db, reading, speech }, asked, slice, only) => {
    const filter = only === undefined ? v.parse(needFilter, asked) : { only }
    const rows = await exportNeeds(db, reading, filter, slice)
    const total = only === undefined ? await countMatching(db, reading, filter) : rows.length
    const { item } = exportedNeeds(rows, texts(speech), reading.sees)
    return { total, items: rows.map(item) }
  },
  explain: ({ db, reading }, id) => getNeed(db, reading, id),
}
