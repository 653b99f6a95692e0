import type { ExportColumn, ExportedList } from '#platform/tables/export.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import { formatFlexDate, type FlexDate } from '#values/flex-date.ts'
import type { ExportedNeed } from '../queries/export.ts'
import type { texts } from '../texts/index.ts'

type T = SayOf<typeof texts>

/** The list of needs as a file. Several values in a cell stand one below the other. */
export function exportedNeeds(
  rows: readonly ExportedNeed[],
  t: T,
  sees: { drafts: boolean },
): ExportedList<ExportedNeed> {
  const said = (date: FlexDate | null) => date && formatFlexDate(date, t.language)
  const source = ({ kind, text, date }: ExportedNeed['sources'][number]) =>
    [t(`source.${kind}`), text, said(date)].filter(Boolean).join(', ')
  const columns: (ExportColumn<ExportedNeed> | false)[] = [
    { key: 'statement', label: t('form.statement'), width: 60, value: ({ title }) => title.text },
    { key: 'description', label: t('form.description'), width: 60, value: ({ description }) => description },
    { key: 'actionField', label: t('form.actionFieldId'), value: ({ field }) => field?.title.text },
    {
      key: 'targetGroups',
      label: t('form.targetGroupIds'),
      value: ({ targetGroups }) => targetGroups.map(({ title }) => title.text).join('\n'),
    },
    { key: 'priority', label: t('form.priority'), kind: 'integer', value: ({ priority }) => priority },
    { key: 'state', label: t('form.stateField'), value: ({ state }) => t(`state.${state}`) },
    { key: 'rejectionReason', label: t('form.rejectionReason'), value: ({ rejectionReason }) => rejectionReason },
    { key: 'sources', label: t('file.sources'), width: 60, value: ({ sources }) => sources.map(source).join('\n') },
    { key: 'goalCount', label: t('file.goalCount'), kind: 'integer', value: ({ goalCount }) => goalCount },
    sees.drafts && { key: 'isDraft', label: t('file.draft'), value: ({ isDraft }) => (isDraft ? t('file.yes') : '') },
  ]
  return {
    name: 'bedarfe',
    sheet: t('title'),
    columns: columns.filter((column) => column !== false),
    rows,
    item: (row) => itemOf(row, t, sees),
  }
}

const itemOf = (row: ExportedNeed, t: T, sees: { drafts: boolean }) => ({
  id: row.id,
  statement: row.title.text,
  description: row.description,
  actionFieldId: row.field?.id ?? null,
  targetGroupIds: row.targetGroups.map(({ id }) => id),
  crossCuttingTopicIds: row.topicIds,
  priority: row.priority,
  state: row.state,
  rejectionReason: row.rejectionReason,
  sources: row.sources.map(({ kind, text, date }) => ({
    kind,
    text,
    date: date && { ...date, wording: formatFlexDate(date, t.language) },
  })),
  goalIds: row.goalIds,
  ...(sees.drafts && { isDraft: row.isDraft }),
})
