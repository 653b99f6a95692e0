import type { ExportColumn, ExportedList } from '#platform/tables/export.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import type { OrderKind } from '../model/forms.ts'
import { reachedOf, totalOf } from '../model/linked.ts'
import type { OrderInList } from '../model/order.ts'
import type { texts } from '../texts/index.ts'

type T = SayOf<typeof texts>
type Column = ExportColumn<OrderInList>

const names: Record<OrderKind, string> = {
  'action-field': 'handlungsfelder',
  'cross-cutting-topic': 'querschnittsthemen',
  'target-group': 'zielgruppen',
}

/** Fields, topics or target groups as a file. What only some of them have has a column only there. */
export function exportedOrder(
  kind: OrderKind,
  rows: readonly OrderInList[],
  t: T,
  sees: { drafts: boolean },
): ExportedList<OrderInList> {
  const titles = new Map(rows.map(({ id, title }) => [id, title.text]))
  const columns: (Column | false)[] = [
    kind === 'action-field' && { key: 'code', label: t('form.code'), value: ({ code }) => code },
    { key: 'title', label: t('form.title'), width: 40, value: ({ title }) => title.text },
    { key: 'description', label: t('form.description'), width: 60, value: ({ description }) => description?.text },
    ...(kind === 'target-group' ? groupColumns(t, titles) : []),
    { key: 'needs', label: t('file.needs'), kind: 'integer', value: ({ needCount }) => needCount },
    { key: 'goals', label: t('file.goals'), kind: 'integer', value: ({ goalCount }) => goalCount },
    { key: 'measures', label: t('file.measures'), kind: 'integer', value: ({ counts }) => totalOf(counts) },
    { key: 'reached', label: t('file.reached'), kind: 'integer', value: ({ counts }) => reachedOf(counts) },
    sees.drafts && { key: 'isDraft', label: t('file.draft'), value: ({ isDraft }) => (isDraft ? t('file.yes') : '') },
  ]
  return {
    name: names[kind],
    sheet: t(`${kind}.list`),
    columns: columns.filter((column) => column !== false),
    rows,
    item: (row) => itemOf(kind, row, sees),
  }
}

const groupColumns = (t: T, titles: ReadonlyMap<number, string>): Column[] => [
  { key: 'parent', label: t('form.parentId'), value: ({ parentId }) => parentId && titles.get(parentId) },
  { key: 'sizeValue', label: t('form.sizeValue'), kind: 'integer', value: ({ size }) => size?.value },
  { key: 'sizeSource', label: t('form.sizeSource'), value: ({ size }) => size?.source },
  { key: 'sizeDate', label: t('form.sizeDate'), kind: 'date', value: ({ size }) => size?.date },
]

function itemOf(kind: OrderKind, row: OrderInList, sees: { drafts: boolean }) {
  return {
    id: row.id,
    ...(kind === 'action-field' && { code: row.code }),
    title: row.title.text,
    description: row.description?.text ?? null,
    ...(kind === 'target-group' && { parentId: row.parentId, estimatedSize: row.size }),
    needCount: row.needCount,
    goalCount: row.goalCount,
    measuresByState: row.counts,
    ...(sees.drafts && { isDraft: row.isDraft }),
  }
}
