import * as v from 'valibot'
import { idParameter, orderParameter, searchWords, wordParameter, type Collection } from '#platform/api/collection.ts'
import { field, idField, idsField, textField } from '#platform/api/item-fields.ts'
import { goalFilter } from '../model/filter.ts'
import { goalLevels, goalSources, relations } from '../model/goal.ts'
import { paths } from '../paths.ts'
import { exportGoals } from '../queries/export.ts'
import { countMatching } from '../queries/list.ts'
import { getGoal } from '../queries/one.ts'
import { exportedGoals } from './list.ts'

/** A goal as everybody may see it. */
const goalItem = v.strictObject({
  id: idField,
  text: textField,
  level: v.picklist(goalLevels),
  source: field(v.picklist(goalSources), 'Where the goal comes from'),
  actionFieldId: v.nullable(idField),
  parentId: v.nullable(field(idField, 'The goal above')),
  relation: v.nullable(field(v.picklist(relations), 'How it belongs to the goal above')),
  leadIn: v.nullable(textField),
  budgetProductId: v.nullable(idField),
  stairStep: v.nullable(field(v.pipe(v.number(), v.integer()), 'Step of the stair of results')),
  evidence: v.nullable(field(textField, 'How one will see that it was reached')),
  needIds: idsField,
  crossCuttingTopicIds: idsField,
  indicatorIds: idsField,
  measureIds: idsField,
})

/** Goals in the API. */
export const goalsApi: Collection = {
  name: 'goals',
  item: goalItem,
  path: paths.list,
  parameters: {
    q: searchWords,
    level: wordParameter('ebene', goalLevels),
    source: wordParameter('herkunft', goalSources),
    actionFieldId: idParameter('feld'),
    crossCuttingTopicId: idParameter('thema'),
    without: wordParameter('ohne', { indicator: 'indikator', measure: 'massnahme' }),
    sort: wordParameter('sort', {
      position: 'folge',
      text: 'ziel',
      level: 'ebene',
      measures: 'massnahmen',
      indicators: 'indikatoren',
    }),
    order: orderParameter(),
  },
  list: async ({ db, reading, speech }, asked, slice, only) => {
    const filter = only === undefined ? v.parse(goalFilter, asked) : { only }
    const rows = await exportGoals(db, reading, filter, slice)
    const total = only === undefined ? await countMatching(db, reading, filter) : rows.length
    const { item } = exportedGoals(rows, speech, reading.sees)
    return { total, items: rows.map(item) }
  },
  explain: ({ db, reading }, id) => getGoal(db, reading, id),
}
