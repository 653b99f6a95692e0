import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as historyPaths } from '#domains/history/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { useTexts } from '#platform/texts/texts.ts'
import { thingTexts } from '#platform/things/texts/index.ts'
import { DraftBadge, HistoryLink } from '#platform/things/thing-pages.tsx'
import { EditLink, LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { KindMark } from '#ui/marks.tsx'
import { Columns, Facts, Internal, ObjectHead, Section, SidePart } from '#ui/object.tsx'
import { usePage } from '#ui/page-context.ts'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { Table } from '#ui/table.tsx'
import { formatEuro } from '#values/money.ts'
import { treeOf, type BudgetProduct } from '../model.ts'
import { paths } from '../paths.ts'
import type { ProductGoal, ProductMeasure } from '../queries.ts'
import { texts } from '../texts/index.ts'
import { ProductList } from './list.tsx'

interface Props {
  product: BudgetProduct
  products: BudgetProduct[]
  goals: ProductGoal[]
  measures: ProductMeasure[]
  year: number
  may: { edit: boolean; seeInternal: boolean; seeHistory: boolean }
}

export function ProductPage({ product, products, goals, measures, year, may }: Props) {
  const t = useTexts(texts)
  const things = useTexts(thingTexts)
  const { id, code, level, title } = product
  const below = treeOf(products.filter(({ parentId }) => parentId === id))
  const parent = products.find((one) => one.id === product.parentId)
  return (
    <Page
      title={`${code} ${title}`}
      crumbs={[
        { label: t('title'), path: paths.list },
        ...(parent ? [{ label: parent.code, path: paths.one(parent.id) }] : []),
        { label: code },
      ]}
      heading={
        <ObjectHead
          line={`${t.dynamic(`level.${level}`)} ${code}`}
          title={<ForeignText text={title} language="de" />}
          actions={
            may.edit && (
              <>
                <LinkButton path={paths.edit(id)} primary>
                  {things('edit')}
                </LinkButton>
                <EditLink path={paths.remove(id)} icon="delete">
                  {things('remove')}
                </EditLink>
              </>
            )
          }
        />
      }
    >
      <Columns side={<Side product={product} parent={parent} seeInternal={may.seeInternal} />}>
        <Section id="ziele" title={t('goals.title')} flush>
          {goals.length === 0 ? (
            <p class="tw-muted">{t('goals.none')}</p>
          ) : (
            <ul class="tw-linked">
              {goals.map((goal) => (
                <li>
                  <KindMark kind="goal">
                    <Link path={goalPaths.one(goal.id)}>
                      <ForeignText {...goal.text} />
                    </Link>
                  </KindMark>
                  <DraftBadge isDraft={goal.isDraft} />
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section id="massnahmen" title={t('measures.title')} flush>
          {measures.length === 0 ? (
            <p class="tw-muted">{t('measures.none')}</p>
          ) : (
            <Measures measures={measures} year={year} />
          )}
        </Section>
        {below.length > 0 && (
          <Section id="darunter" title={t('below.title')} flush>
            <div class="tw-org">
              <ProductList nodes={below} />
            </div>
          </Section>
        )}
      </Columns>
      {may.seeHistory && <HistoryLink path={historyPaths.of('budget-product', id)} />}
    </Page>
  )
}

function Measures({ measures, year }: Pick<Props, 'measures' | 'year'>) {
  const t = useTexts(texts)
  const { language } = usePage()
  const known = measures.filter(({ planned }) => planned !== null)
  const sum = known.reduce((total, { planned }) => total + (planned ?? 0), 0)
  return (
    <Table
      caption={t('measures.caption')}
      captionHidden
      rows={measures}
      cards
      columns={[
        { key: 'number', label: t('column.number'), cell: ({ number }) => <span class="tw-num">{number}</span> },
        {
          key: 'title',
          label: t('column.title'),
          rowHeader: true,
          cell: ({ id, title, isDraft }) => (
            <>
              <Link path={measurePaths.one(id)}>
                <ForeignText {...title} />
              </Link>{' '}
              <DraftBadge isDraft={isDraft} />
            </>
          ),
        },
        {
          key: 'why',
          label: t('column.why'),
          phone: 'full',
          cell: ({ byGoal, byBooking }) => t(byGoal ? (byBooking ? 'why.both' : 'why.goal') : 'why.booking'),
        },
        {
          key: 'planned',
          label: t('column.planned', { year: String(year) }),
          numeric: true,
          cell: ({ planned }) =>
            planned === null ? <span class="tw-muted">{t('unknown')}</span> : formatEuro(planned, language),
        },
      ]}
      {...(known.length > 0 && {
        footer: { title: t('sum.of', { count: known.length }), planned: formatEuro(sum, language) },
      })}
    />
  )
}

function Side({
  product: { level, costObjects },
  parent,
  seeInternal,
}: {
  product: BudgetProduct
  parent: BudgetProduct | undefined
  seeInternal: boolean
}) {
  const t = useTexts(texts)
  return (
    <>
      <SidePart title={t('facts.place')}>
        <Facts
          facts={[
            { term: t('facts.level'), value: t.dynamic(`level.${level}`) },
            {
              term: t('facts.above'),
              value: parent && (
                <Link path={paths.one(parent.id)}>
                  <bdi>{parent.code}</bdi> <ForeignText text={parent.title} language="de" />
                </Link>
              ),
            },
          ]}
        />
      </SidePart>
      {seeInternal && costObjects.length > 0 && (
        <Internal>
          <Facts facts={[{ term: t('facts.costObjects'), value: <bdi>{costObjects.join(', ')}</bdi> }]} />
        </Internal>
      )}
    </>
  )
}
