import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge } from '#platform/things/thing-pages.tsx'
import { Button } from '#ui/buttons.tsx'
import { Link, useAddress } from '#ui/link.tsx'
import { usePage } from '#ui/page-context.ts'
import { ForeignText } from '#ui/prose.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import type { NeedFilter, SortKey } from '../model/filter.ts'
import type { NeedInList } from '../model/need.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'
import { addressOf } from './list.tsx'

interface TableProps {
  needs: NeedInList[]
  filter: NeedFilter
  /** Boxes to choose several for merging. */
  canChoose: boolean
}

export function NeedTable({ needs, filter, canChoose }: TableProps) {
  const t = useTexts(texts)
  const address = useAddress()
  const columns = useColumns(filter, canChoose)
  const table = (
    <Table caption={t('caption', { page: String(filter.seite) })} captionHidden columns={columns} rows={needs} cards />
  )
  if (!canChoose) return table
  return (
    <form method="get" action={address({ path: paths.merge })}>
      {table}
      <p class="tw-mt4">
        <Button>{t('merge.selected')}</Button>
      </p>
    </form>
  )
}

function useColumns(filter: NeedFilter, canChoose: boolean): Column<NeedInList>[] {
  const t = useTexts(texts)
  const { href } = usePage()
  const sort = (key: SortKey) => {
    const isCurrent = filter.sort === key
    const turned = isCurrent && filter.richtung === 'auf' ? 'ab' : undefined
    return {
      path: addressOf(filter, { sort: key, richtung: turned, seite: undefined }),
      ...(isCurrent && { direction: filter.richtung === 'auf' ? ('ascending' as const) : ('descending' as const) }),
    }
  }
  const box = ({ id, title }: NeedInList) => (
    <input
      type="checkbox"
      class="kern-form-check__checkbox"
      name="id"
      value={id}
      aria-label={t('choose.one', { title: title.text })}
    />
  )
  return [
    ...(canChoose ? [{ key: 'choose', label: <span class="tw-sr">{t('column.choose')}</span>, cell: box }] : []),
    {
      key: 'priority',
      label: t('column.priority'),
      cell: ({ priority }) => priority !== null && <span class="tw-num">{priority}</span>,
      sort: sort('prioritaet'),
    },
    {
      key: 'statement',
      label: t('column.statement'),
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
      sort: sort('bedarf'),
    },
    {
      key: 'groups',
      label: t('column.targetGroups'),
      cell: ({ targetGroups }) =>
        targetGroups.map(({ id, title }, place) => [
          place > 0 && ' · ',
          <Link path={fieldPaths.targetGroup(id)}>
            <ForeignText {...title} />
          </Link>,
        ]),
      phone: 'full',
    },
    {
      key: 'state',
      label: t('column.state'),
      cell: ({ state }) => t(`state.${state}`),
      sort: sort('stand'),
      phone: 'full',
    },
    {
      key: 'goals',
      label: t('column.goals'),
      cell: ({ goalCount }) => (goalCount === 0 ? <span class="tw-muted">{t('noGoal')}</span> : goalCount),
      numeric: true,
      phoneLabel: true,
      sort: sort('ziele'),
    },
  ]
}
