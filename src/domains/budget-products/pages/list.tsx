import { useTexts } from '#platform/texts/texts.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyResult, FileLinks } from '#ui/list.tsx'
import { PageTitle } from '#ui/object.tsx'
import { Page } from '#ui/page.tsx'
import { ForeignText } from '#ui/prose.tsx'
import { treeOf, type BudgetProduct, type ProductNode } from '../model.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts/index.ts'

/** Sub-budgets, groups and products as one tree with their numbers. */
export function ProductsPage({ products, may }: { products: BudgetProduct[]; may: { edit: boolean } }) {
  const t = useTexts(texts)
  return (
    <Page
      title={t('title')}
      heading={
        <PageTitle
          title={t('title')}
          lead={t('lead')}
          first
          {...(may.edit && { actions: <LinkButton path={paths.new}>{t('new')}</LinkButton> })}
        />
      }
    >
      {products.length === 0 ? (
        <EmptyResult>{t('empty')}</EmptyResult>
      ) : (
        <>
          <FileLinks
            files={(['csv', 'xlsx', 'json'] as const).map((ending) => ({
              label: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[ending],
              path: paths.export(ending),
            }))}
          />
          <div class="tw-org">
            <ProductList nodes={treeOf(products)} />
          </div>
        </>
      )}
    </Page>
  )
}

export function ProductList({ nodes }: { nodes: readonly ProductNode[] }) {
  const t = useTexts(texts)
  return (
    <ul>
      {nodes.map(({ id, level, code, title, goalCount, children }) => (
        <li>
          <div class="tw-unit-line">
            <span class="tw-small tw-muted">
              {t.dynamic(`level.${level}`)} <bdi class="tw-num">{code}</bdi>
            </span>
            <Link path={paths.one(id)}>
              <ForeignText text={title} language="de" />
            </Link>
            <span class="tw-small tw-muted">{goalCount > 0 && t('goals.count', { count: goalCount })}</span>
          </div>
          {children.length > 0 && <ProductList nodes={children} />}
        </li>
      ))}
    </ul>
  )
}
