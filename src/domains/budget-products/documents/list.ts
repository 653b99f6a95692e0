import type { ExportedList } from '#platform/tables/export.ts'
import type { SayOf } from '#platform/texts/texts.ts'
import { inTreeOrder, treeOf, type BudgetProduct } from '../model.ts'
import type { texts } from '../texts/index.ts'

/** The products as a file, in the order of the budget. Cost centres and orders are of the house. */
export function exportedProducts(
  products: readonly BudgetProduct[],
  t: SayOf<typeof texts>,
  sees: { internal: boolean },
): ExportedList<BudgetProduct> {
  const codeOf = (id: number | null) => products.find((one) => one.id === id)?.code
  return {
    name: 'produkte',
    sheet: t('title'),
    columns: [
      { key: 'level', label: t('form.level'), value: ({ level }) => t.dynamic(`level.${level}`) },
      { key: 'code', label: t('form.code'), value: ({ code }) => code },
      { key: 'title', label: t('form.title'), width: 50, value: ({ title }) => title },
      { key: 'parent', label: t('form.parentId'), value: ({ parentId }) => codeOf(parentId) },
      ...(sees.internal
        ? [
            {
              key: 'costObjects',
              label: t('form.costObjects'),
              value: ({ costObjects }: BudgetProduct) => costObjects.join('\n'),
            },
          ]
        : []),
    ],
    rows: inTreeOrder(treeOf(products)).map(({ product }) => product),
    item: ({ id, level, code, title, parentId, costObjects }) => ({
      ...{ id, level, code, title, parentId },
      ...(sees.internal && { costObjects }),
    }),
  }
}
