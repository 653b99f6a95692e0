import { paths as measurePaths } from '#domains/measures/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge, MoveButtons } from '#platform/things/thing-pages.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyResult } from '#ui/list.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { ScrollBox, Table, type Column } from '#ui/table.tsx'
import { withQuery } from '#values/query.ts'
import { totalOf } from '../model/linked.ts'
import { heatOf, type Matrix, type OrderInList } from '../model/order.ts'
import { paths } from '../paths.ts'
import { linkedTexts } from '../texts/linked/index.ts'
import { texts } from '../texts/index.ts'

export interface TopicsProps {
  matrix: Matrix
  mayEdit: boolean
}

/** The topics, and where they meet the fields: each number leads to the measures that belong to both. */
export function TopicsPage({ matrix, mayEdit }: TopicsProps) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  const { topics } = matrix
  const kind = 'cross-cutting-topic'
  return (
    <Page
      title={t(`${kind}.list`)}
      crumbs={[{ label: t('action-field.list'), path: paths.list }, { label: t(`${kind}.list`) }]}
      heading={
        <PageTitle
          title={t(`${kind}.list`)}
          lead={t(`${kind}.lead`)}
          {...(mayEdit && { actions: <LinkButton path={paths.topics.new}>{t(`${kind}.new`)}</LinkButton> })}
        />
      }
    >
      {topics.length === 0 ? (
        <EmptyResult>{t(`${kind}.empty`)}</EmptyResult>
      ) : (
        <ul class="tw-plot">
          {topics.map(({ id, title, needCount, goalCount, counts, isDraft }, place) => (
            <li>
              <div class="tw-plot__name">
                <Link path={paths.topic(id)}>
                  <ForeignText {...title} />
                </Link>{' '}
                <DraftBadge isDraft={isDraft} />
              </div>
              <div class="tw-small tw-muted">
                {l('count.needs', { count: needCount })} · {l('count.goals', { count: goalCount })} ·{' '}
                {l('count.measures', { count: totalOf(counts) })}
              </div>
              {mayEdit && (
                <MoveButtons
                  path={paths.topics.move(id)}
                  title={title.text}
                  isFirst={place === 0}
                  isLast={place === topics.length - 1}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {topics.length > 0 && matrix.fields.length > 0 && <MatrixPart matrix={matrix} />}
    </Page>
  )
}

function MatrixPart({ matrix: { fields, topics, counts } }: { matrix: Matrix }) {
  const t = useTexts(texts)
  const { href } = usePage()
  const most = Math.max(1, ...counts.values())
  const columns: Column<OrderInList>[] = [
    {
      key: 'topic',
      label: t('cross-cutting-topic.one'),
      cell: ({ id, title }) => (
        <Link path={paths.topic(id)}>
          <ForeignText {...title} />
        </Link>
      ),
      rowHeader: true,
    },
    ...fields.map((field) => ({
      key: String(field.id),
      label: (
        <Link path={paths.one(field.id)}>
          <ForeignText {...field.title} />
        </Link>
      ),
      cell: (topic: OrderInList) => {
        const count = counts.get(`${topic.id}.${field.id}`) ?? 0
        if (count === 0) return <span class="tw-muted">{t('matrix.none')}</span>
        const filter = { thema: String(topic.id), feld: String(field.id) }
        const label = t('matrix.cell', { count, topic: topic.title.text, field: field.title.text })
        return (
          <a class={`tw-heat-${heatOf(count, most)}`} href={href(withQuery(measurePaths.list, filter))}>
            <span>
              {count}
              <span class="tw-sr"> {label}</span>
            </span>
          </a>
        )
      },
      numeric: true,
    })),
  ]
  return (
    <Section id="matrix" title={t('matrix.title')}>
      <p class="tw-prose tw-mb4">{t('matrix.lead')}</p>
      <ScrollBox label={t('matrix.caption')}>
        <div class="tw-matrix">
          <Table caption={t('matrix.caption')} captionHidden columns={columns} rows={topics} />
        </div>
      </ScrollBox>
    </Section>
  )
}
