import { linkedTexts } from '#domains/action-fields/index.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge } from '#platform/things/thing-pages.tsx'
import { Glyph } from '#ui/glyph.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { GoalFilter, SortKey } from '../model/filter.ts'
import type { GoalInList } from '../model/goal.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { addressOf } from './list.tsx'

export function GoalTable({ goals, filter }: { goals: GoalInList[]; filter: GoalFilter }) {
  const t = useTexts(texts)
  return (
    <Table
      caption={t('caption', { page: String(filter.seite) })}
      captionHidden
      columns={useColumns(filter)}
      rows={goals}
      cards
    />
  )
}

function useColumns(filter: GoalFilter): Column<GoalInList>[] {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  const { href } = usePage()
  const sort = (key: SortKey) => {
    const isCurrent = filter.sort === key
    const turned = isCurrent && filter.richtung === 'auf' ? 'ab' : undefined
    return {
      path: addressOf(filter, { sort: key, richtung: turned, seite: undefined }),
      ...(isCurrent && { direction: filter.richtung === 'auf' ? ('ascending' as const) : ('descending' as const) }),
    }
  }
  const counted = (count: number) => (count === 0 ? <span class="tw-muted">{t('none')}</span> : count)
  return [
    {
      key: 'kind',
      label: <span class="tw-sr">{t('one')}</span>,
      cell: () => (
        <span class="tw-kind tw-goal">
          <Glyph name="goal" />
        </span>
      ),
    },
    {
      key: 'text',
      label: t('column.text'),
      cell: ({ id, title, field, isDraft }) => (
        <>
          <a class="tw-title" href={href(paths.one(id))}>
            <ForeignText {...title} />
          </a>
          <div class="tw-small tw-muted">
            {field && <ForeignText {...field.title} />} <DraftBadge isDraft={isDraft} />
          </div>
        </>
      ),
      rowHeader: true,
      sort: sort('ziel'),
    },
    { key: 'level', label: t('column.level'), cell: ({ level }) => l(`level.${level}`), sort: sort('ebene') },
    { key: 'source', label: t('column.source'), cell: ({ source }) => t(`source.${source}`) },
    {
      key: 'measures',
      label: t('column.measures'),
      cell: ({ measureCount }) => counted(measureCount),
      numeric: true,
      phoneLabel: true,
      sort: sort('massnahmen'),
    },
    {
      key: 'indicators',
      label: t('column.indicators'),
      cell: ({ indicatorCount }) => counted(indicatorCount),
      numeric: true,
      phoneLabel: true,
      sort: sort('indikatoren'),
    },
  ]
}
