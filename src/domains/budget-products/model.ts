import * as v from 'valibot'
import { chosen, lockVersion, optionalId, requiredText, requiredTitle } from '#platform/forms/fields.ts'

/** From the large to the small: Teilhaushalt, Produktgruppe, Produkt (domain.md 3). */
export const productLevels = ['SUB_BUDGET', 'PRODUCT_GROUP', 'PRODUCT'] as const
export type ProductLevel = (typeof productLevels)[number]

export interface BudgetProduct {
  id: number
  version: number
  level: ProductLevel
  /** As the budget prints it: "11.14.08", "THH 1", "0102". Never a number. */
  code: string
  title: string
  parentId: number | null
  /** Cost centres and orders that book on it, or how they begin. */
  costObjects: string[]
  /** Goals that come from it, as far as the reader sees them. */
  goalCount: number
}

/** A list typed one per line; empty lines and doubles are left out. */
const lines = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value) => [value].flat().join('\n')),
  v.maxLength(4000, 'tooLong'),
  v.transform((text) => [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ]),
)

export const productForm = v.object({
  level: chosen(productLevels, 'missing.level'),
  code: requiredText('missing.code', 40),
  title: requiredTitle('missing.title'),
  parentId: optionalId,
  costObjects: v.pipe(
    lines,
    v.check((all) => all.every((one) => bareNumber(one).length >= 4), 'tooShort.costObjects'),
  ),
})
export type ProductForm = v.InferOutput<typeof productForm>

export const lockForm = v.object({ version: lockVersion })

/** Digits and letters only: what two ways of writing a bookkeeping number have in common. As bare_number in SQL. */
export const bareNumber = (value: string): string => value.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

/**
 * How the cost centres and orders of a product begin: what is entered, and for a product its own code, because many
 * houses build them from it (31.80.05 → 318005.12). Groups would catch too much by their short codes.
 */
export const prefixesOf = ({
  level,
  code,
  costObjects,
}: Pick<BudgetProduct, 'level' | 'code' | 'costObjects'>): string[] =>
  [...costObjects, ...(level === 'PRODUCT' ? [code] : [])].map(bareNumber).filter((bare) => bare.length >= 4)

/** Does a booking with this cost centre or order belong to the product? */
export const belongsTo = (
  product: Pick<BudgetProduct, 'level' | 'code' | 'costObjects'>,
  { costCentre, orderNumber }: { costCentre: string | null; orderNumber: string | null },
): boolean => {
  const booked = [costCentre, orderNumber].flatMap((number) => (number === null ? [] : bareNumber(number)))
  return prefixesOf(product).some((prefix) => booked.some((number) => number.startsWith(prefix)))
}

/** A product stands below a group or a sub-budget, a group below a sub-budget, a sub-budget below nothing. */
export const mayStandBelow = (level: ProductLevel, parent: ProductLevel): boolean =>
  productLevels.indexOf(parent) < productLevels.indexOf(level)

/** What does not fit among the products there are. Field → key of a text. */
export function misplaced(
  products: readonly Pick<BudgetProduct, 'id' | 'level' | 'parentId'>[],
  id: number | undefined,
  { level, parentId }: Pick<ProductForm, 'level' | 'parentId'>,
): { parentId?: 'wrongParent'; level?: 'wrongLevel' } {
  const parent = products.find((one) => one.id === parentId)
  const below = products.filter((one) => id !== undefined && one.parentId === id)
  return {
    ...(parentId !== null && (!parent || !mayStandBelow(level, parent.level)) && { parentId: 'wrongParent' as const }),
    ...(below.some((one) => !mayStandBelow(one.level, level)) && { level: 'wrongLevel' as const }),
  }
}

export interface ProductNode extends BudgetProduct {
  children: ProductNode[]
}

/** Products below groups below sub-budgets, each level in the order of its codes: 11.2 before 11.14. */
export function treeOf(products: readonly BudgetProduct[]): ProductNode[] {
  const known = new Set(products.map(({ id }) => id))
  const grow = (parent: number | null): ProductNode[] =>
    products
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .toSorted((a, b) => codeOrder.compare(a.code, b.code))
      .map((product) => ({ ...product, children: grow(product.id) }))
  return grow(null)
}

const codeOrder = new Intl.Collator('de', { numeric: true })

/** In the order of the tree, each with how deep it stands. */
export const inTreeOrder = (nodes: readonly ProductNode[], depth = 0): { product: ProductNode; depth: number }[] =>
  nodes.flatMap((product) => [{ product, depth }, ...inTreeOrder(product.children, depth + 1)])
