import * as v from 'valibot'
import {
  flagParameter,
  idParameter,
  orderParameter,
  searchWords,
  wordParameter,
  type Collection,
} from '#platform/api/collection.ts'
import { dayField, field, idField, idsField, textField } from '#platform/api/item-fields.ts'
import { indicatorFilter } from '../model/filter.ts'
import { directions, indicatorKinds } from '../model/indicator.ts'
import { signs } from '../model/observation.ts'
import { paths } from '../paths.ts'
import { exportIndicators } from '../queries/export.ts'
import { countMatching } from '../queries/list.ts'
import { getIndicator } from '../queries/one.ts'
import { indicatorItem as itemOf } from './list.ts'

const aim = v.strictObject({ value: v.number(), date: v.nullable(dayField) })

const observation = v.strictObject({
  id: idField,
  periodFrom: dayField,
  periodTo: dayField,
  value: v.nullable(field(v.number(), 'null where a sign stands for it')),
  numerator: v.nullable(v.number()),
  denominator: v.nullable(v.number()),
  sign: v.nullable(field(v.picklist(signs), 'Why there is no value, or what it is')),
  flags: v.array(textField),
  note: v.nullable(textField),
  source: v.nullable(textField),
})

/** An indicator as everybody may see it, with the values of the whole municipality. */
const indicatorItem = v.strictObject({
  id: idField,
  code: textField,
  title: textField,
  actionFieldId: v.nullable(idField),
  unit: textField,
  kind: v.picklist(indicatorKinds),
  decimals: v.pipe(v.number(), v.integer()),
  direction: field(v.picklist(directions), 'Where the number should go'),
  baseline: v.nullable(aim),
  target: v.nullable(aim),
  tolerance: v.nullable(v.number()),
  method: v.nullable(textField),
  limits: v.nullable(field(textField, 'What the number does not say')),
  source: v.nullable(textField),
  license: v.nullable(field(textField, 'The licence of the source, where it has one of its own')),
  goalIds: idsField,
  measureIds: idsField,
  attainment: v.strictObject({
    share: v.nullable(field(v.number(), 'Share of the way from the baseline to the target')),
    expected: v.nullable(field(v.number(), 'The share that was planned for the day of the newest value')),
    light: v.picklist(['GREEN', 'YELLOW', 'RED', 'GREY']),
    reason: v.nullable(field(textField, 'Why nothing can be said')),
  }),
  observations: v.array(observation),
})

/** Indicators in the API. */
export const indicatorsApi: Collection = {
  name: 'indicators',
  item: indicatorItem,
  path: paths.list,
  parameters: {
    q: searchWords,
    actionFieldId: idParameter('feld'),
    goalId: idParameter('ziel'),
    direction: wordParameter('richtung', directions),
    withoutValue: flagParameter('ohnewert'),
    sort: wordParameter('sort', { actionField: 'feld', title: 'titel', target: 'ziel' }),
    order: orderParameter('folge'),
  },
  list: async ({ db, reading }, asked, slice, only) => {
    const filter = only === undefined ? v.parse(indicatorFilter, asked) : { only }
    const rows = await exportIndicators(db, reading, filter, slice)
    const total = only === undefined ? await countMatching(db, reading, filter) : rows.length
    return { total, items: rows.map(itemOf) }
  },
  explain: ({ db, reading }, id) => getIndicator(db, reading, id),
}
