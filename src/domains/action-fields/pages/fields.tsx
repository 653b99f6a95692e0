import { paths as measurePaths } from '#domains/measures/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { DraftBadge, MoveButtons } from '#platform/things/thing-pages.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyResult, FileLinks } from '#ui/list.tsx'
import { PageTitle, Section } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { StateLegend, StateSquares } from '#ui/state-squares.tsx'
import { withQuery } from '#values/query.ts'
import { reachedOf, totalOf, type StateCounts } from '../model/linked.ts'
import type { OrderInList } from '../model/order.ts'
import { paths } from '../paths.ts'
import { linkedTexts } from '../texts/linked/index.ts'
import { texts } from '../texts/index.ts'

export interface FieldsProps {
  fields: OrderInList[]
  mayEdit: boolean
}

/** All fields in their order: each with one square per measure and the words that say the same. */
export function FieldsPage({ fields, mayEdit }: FieldsProps) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('action-field.list')}
      heading={
        <PageTitle
          title={t('action-field.list')}
          lead={t('action-field.lead')}
          first
          {...(mayEdit && { actions: <LinkButton path={paths.new}>{t('action-field.new')}</LinkButton> })}
        />
      }
    >
      {fields.length === 0 ? (
        <EmptyResult>{t('action-field.empty')}</EmptyResult>
      ) : (
        <>
          <div class="tw-section__head">
            <StateLegend
              counts={sumOf(fields)}
              to={(state) => ({ path: withQuery(measurePaths.list, { stand: state }) })}
            />
            <FileLinks
              files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
                label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
                path: paths.export(ending),
              }))}
            />
          </div>
          <ol class="tw-plot">
            {fields.map((field, place) => (
              <FieldLine field={field} mayEdit={mayEdit} isFirst={place === 0} isLast={place === fields.length - 1} />
            ))}
          </ol>
        </>
      )}
      <Section id="quer" title={t('across.title')}>
        <ul class="tw-links">
          <li>
            <Link path={paths.topics.list}>{t('across.topics')}</Link>
          </li>
          <li>
            <Link path={paths.targetGroups.list}>{t('across.targetGroups')}</Link>
          </li>
        </ul>
      </Section>
    </Page>
  )
}

function FieldLine({
  field: { id, code, title, counts, needCount, goalCount, isDraft },
  mayEdit,
  isFirst,
  isLast,
}: {
  field: OrderInList
  mayEdit: boolean
  isFirst: boolean
  isLast: boolean
}) {
  const t = useTexts(texts)
  const l = useTexts(linkedTexts)
  const total = totalOf(counts)
  return (
    <li>
      <div>
        <div class="tw-plot__name">
          <span class="tw-num tw-muted">{code}</span>{' '}
          <Link path={paths.one(id)}>
            <ForeignText {...title} />
          </Link>{' '}
          <DraftBadge isDraft={isDraft} />
        </div>
        <div class="tw-small tw-muted">
          {l('count.needs', { count: needCount })} · {l('count.goals', { count: goalCount })}
        </div>
      </div>
      <div>
        <StateSquares counts={counts} />
      </div>
      <div class="tw-plot__words tw-small">
        {t('reached.some', { total, reached: reachedOf(counts) })}
        {total > 0 && `, ${t('reached.running', { running: counts.RUNNING ?? 0 })}`}
        {mayEdit && (
          <div>
            <MoveButtons path={paths.move(id)} title={title.text} isFirst={isFirst} isLast={isLast} />
          </div>
        )}
      </div>
    </li>
  )
}

function sumOf(fields: OrderInList[]): StateCounts {
  const sums: StateCounts = {}
  for (const { counts } of fields)
    for (const [state, count] of Object.entries(counts) as [keyof StateCounts, number][])
      sums[state] = (sums[state] ?? 0) + count
  return sums
}
