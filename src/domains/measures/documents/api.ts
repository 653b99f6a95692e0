import * as v from 'valibot'
import {
  flagParameter,
  idParameter,
  orderParameter,
  searchWords,
  wordParameter,
  yearParameter,
  type Collection,
} from '#platform/api/collection.ts'
import {
  centsField,
  dayField,
  field,
  flexDateField,
  idField,
  idsField,
  partnerField,
  textField,
} from '#platform/api/item-fields.ts'
import { yearOf } from '#values/local-date.ts'
import { measureFilter } from '../model/filter.ts'
import { courses, measureKinds, measureStates } from '../model/measure.ts'
import { paths } from '../paths.ts'
import { exportMeasures } from '../queries/export.ts'
import { getMeasure } from '../queries/one.ts'
import { pageOfMeasures } from '../queries/page.ts'
import { texts } from '../texts/index.ts'
import { exportedMeasures } from './list.ts'

const year = v.strictObject({
  year: v.pipe(v.number(), v.integer()),
  fte: v.nullable(field(v.number(), 'Full-time posts')),
  staffCents: centsField,
  materialCents: centsField,
  incomeCents: centsField,
  spentCents: centsField,
  fundingSource: v.nullable(textField),
})

/** A measure as everybody may see it. */
const measureItem = v.strictObject({
  id: idField,
  number: field(textField, 'The number in the plan, e.g. 2.14'),
  title: textField,
  description: v.nullable(textField),
  actionFieldId: v.nullable(idField),
  kind: v.nullable(v.picklist(measureKinds)),
  isFlagship: v.boolean(),
  isQuickWin: v.boolean(),
  lead: v.nullable(partnerField),
  partners: v.array(partnerField),
  periodFrom: v.nullable(flexDateField),
  periodTo: v.nullable(flexDateField),
  isPermanent: v.boolean(),
  state: field(v.picklist(measureStates), 'How far it is'),
  stateReason: v.nullable(textField),
  progress: v.nullable(field(v.pipe(v.number(), v.minValue(0), v.maxValue(100)), 'Percent')),
  course: v.nullable(field(v.picklist(courses), 'The traffic light; null where it is not released')),
  courseReason: v.nullable(textField),
  confirmedOn: v.nullable(field(dayField, 'The day on which somebody last said that this entry is right')),
  logic: v.strictObject({
    inputs: v.optional(textField),
    activities: v.optional(textField),
    outputs: v.optional(textField),
    outcomes: v.optional(textField),
    impact: v.optional(textField),
  }),
  goalIds: idsField,
  indicatorIds: idsField,
  targetGroupIds: idsField,
  crossCuttingTopicIds: idsField,
  areaIds: field(idsField, 'Empty: it holds everywhere'),
  resources: v.array(year),
})

/** Measures in the API. */
export const measuresApi: Collection = {
  name: 'measures',
  item: measureItem,
  path: paths.list,
  parameters: {
    q: searchWords,
    actionFieldId: idParameter('feld'),
    crossCuttingTopicId: idParameter('thema'),
    targetGroupId: idParameter('zielgruppe'),
    goalId: idParameter('ziel'),
    areaId: idParameter('gebiet'),
    state: wordParameter('stand', measureStates),
    course: wordParameter('verlauf', courses),
    leadOrgUnitId: idParameter('federfuehrung', (id) => `amt-${id}`),
    leadActorId: idParameter('federfuehrung', (id) => `akteur-${id}`),
    year: yearParameter('jahr'),
    flagship: flagParameter('leuchtturm'),
    sort: wordParameter('sort', {
      relevance: 'treffer',
      number: 'nummer',
      title: 'titel',
      state: 'stand',
      course: 'verlauf',
      lead: 'federfuehrung',
      planned: 'mittel',
    }),
    order: orderParameter(),
  },
  list: async ({ db, reading, speech, today }, asked, slice, only) => {
    const filter = v.parse(measureFilter, asked)
    const year = filter.jahr ?? yearOf(today)
    const { total, ids } =
      only === undefined ? await pageOfMeasures(db, reading, filter, year, slice) : { total: 1, ids: [only] }
    const rows = await exportMeasures(db, reading, { sort: 'treffer' }, year, ids)
    const { item } = exportedMeasures(rows, texts(speech), reading.sees)
    return { total, items: rows.map(item) }
  },
  explain: ({ db, reading }, id) => getMeasure(db, reading, id),
}
