import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge, MoveButtons } from '#platform/things/thing-pages.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { PageTitle } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { ScrollBox, Table, type Column } from '#ui/table.tsx'
import { formatDate } from '#values/local-date.ts'
import { formatNumber } from '#values/number.ts'
import { withQuery } from '#values/query.ts'
import { totalOf } from '../model/linked.ts'
import { branchesOf, type Branch, type OrderInList } from '../model/order.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

export interface TargetGroupsProps {
  groups: OrderInList[]
  mayEdit: boolean
}

/** All target groups, each below the one it belongs to, with what is done for them. */
export function TargetGroupsPage({ groups, mayEdit }: TargetGroupsProps) {
  const t = useTexts(texts)
  const columns = useColumns(groups, mayEdit)
  const kind = 'target-group'
  return (
    <Page
      title={t(`${kind}.list`)}
      crumbs={[{ label: t('action-field.list'), path: paths.list }, { label: t(`${kind}.list`) }]}
      heading={
        <PageTitle
          title={t(`${kind}.list`)}
          lead={t(`${kind}.lead`)}
          {...(mayEdit && { actions: <LinkButton path={paths.targetGroups.new}>{t(`${kind}.new`)}</LinkButton> })}
        />
      }
    >
      {groups.length === 0 ? (
        <EmptyResult>{t(`${kind}.empty`)}</EmptyResult>
      ) : (
        <ScrollBox label={t('groups.caption')}>
          <Table caption={t('groups.caption')} captionHidden columns={columns} rows={branchesOf(groups)} tight />
        </ScrollBox>
      )}
    </Page>
  )
}

function useColumns(groups: OrderInList[], mayEdit: boolean): Column<Branch>[] {
  const t = useTexts(texts)
  const { language } = usePage()
  const siblings = ({ group }: Branch) => groups.filter(({ parentId }) => parentId === group.parentId)
  const counted = (count: number, path: string) =>
    count === 0 ? <span class="tw-muted">0</span> : <Link path={path}>{formatNumber(count, 0, language)}</Link>
  return [
    {
      key: 'title',
      label: t('target-group.one'),
      cell: ({ group: { id, title, isDraft }, depth }) => (
        <div class={depth === 0 ? '' : depth === 1 ? 'tw-in-1' : 'tw-in-2'}>
          <Link path={paths.targetGroup(id)}>
            <ForeignText {...title} />
          </Link>{' '}
          <DraftBadge isDraft={isDraft} />
        </div>
      ),
      rowHeader: true,
    },
    {
      key: 'size',
      label: t('groups.size'),
      cell: ({ group: { size } }) =>
        size && (
          <>
            {formatNumber(size.value, 0, language)}
            {size.date && <div class="tw-small tw-muted">{formatDate(size.date, language)}</div>}
          </>
        ),
      numeric: true,
    },
    {
      key: 'needs',
      label: t('groups.needs'),
      cell: ({ group }) => counted(group.needCount, withQuery(needPaths.list, { zielgruppe: String(group.id) })),
      numeric: true,
    },
    {
      key: 'measures',
      label: t('groups.measures'),
      cell: ({ group }) =>
        counted(totalOf(group.counts), withQuery(measurePaths.list, { zielgruppe: String(group.id) })),
      numeric: true,
    },
    ...(mayEdit
      ? [
          {
            key: 'order',
            label: t('order'),
            cell: (branch: Branch) => {
              const all = siblings(branch)
              return (
                <MoveButtons
                  path={paths.targetGroups.move(branch.group.id)}
                  title={branch.group.title.text}
                  isFirst={all[0] === branch.group}
                  isLast={all.at(-1) === branch.group}
                />
              )
            },
          },
        ]
      : []),
  ]
}
