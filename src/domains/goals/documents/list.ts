import { linkedTexts } from '#domains/action-fields/index.ts'
import type { ExportColumn, ExportedList } from '#platform/tables/export.ts'
import type { Speech } from '#platform/texts/texts.ts'
import type { ExportedGoal } from '../queries/export.ts'
import { texts } from '../texts/index.ts'

/** The list of goals as a file. */
export function exportedGoals(
  rows: readonly ExportedGoal[],
  speech: Speech,
  sees: { drafts: boolean },
): ExportedList<ExportedGoal> {
  const t = texts(speech)
  const l = linkedTexts(speech)
  const columns: (ExportColumn<ExportedGoal> | false)[] = [
    { key: 'text', label: t('form.text'), width: 60, value: ({ title }) => title.text },
    { key: 'level', label: t('form.level'), value: ({ level }) => l(`level.${level}`) },
    { key: 'source', label: t('form.source'), value: ({ source }) => t(`source.${source}`) },
    { key: 'actionField', label: t('form.actionFieldId'), value: ({ field }) => field?.title.text },
    { key: 'parent', label: t('file.parent'), width: 40, value: ({ parentText }) => parentText },
    { key: 'relation', label: t('form.relation'), value: ({ relation }) => relation && t(`relation.${relation}`) },
    { key: 'leadIn', label: t('form.leadIn'), value: ({ leadIn }) => leadIn },
    { key: 'stairStep', label: t('form.stairStep'), kind: 'integer', value: ({ stairStep }) => stairStep },
    { key: 'evidence', label: t('form.evidence'), width: 60, value: ({ evidence }) => evidence },
    { key: 'needs', label: t('file.needs'), kind: 'integer', value: ({ needCount }) => needCount },
    { key: 'measures', label: t('column.measures'), kind: 'integer', value: ({ measureCount }) => measureCount },
    {
      key: 'indicators',
      label: t('column.indicators'),
      kind: 'integer',
      value: ({ indicatorCount }) => indicatorCount,
    },
    sees.drafts && { key: 'isDraft', label: t('file.draft'), value: ({ isDraft }) => (isDraft ? t('file.yes') : '') },
  ]
  return {
    name: 'ziele',
    sheet: t('title'),
    columns: columns.filter((column) => column !== false),
    rows,
    item: (row) => itemOf(row, sees),
  }
}

const itemOf = (row: ExportedGoal, sees: { drafts: boolean }) => ({
  id: row.id,
  text: row.title.text,
  level: row.level,
  source: row.source,
  actionFieldId: row.field?.id ?? null,
  parentId: row.parentText === null ? null : row.parentId,
  relation: row.relation,
  leadIn: row.leadIn,
  budgetProductId: row.budgetProductId,
  stairStep: row.stairStep,
  evidence: row.evidence,
  needIds: row.needIds,
  crossCuttingTopicIds: row.topicIds,
  indicatorIds: row.indicatorIds,
  measureIds: row.measureIds,
  // Both are of the house.
  ...(sees.drafts && { smart: row.smart, isDraft: row.isDraft }),
})
