import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import type { Typed } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Reading } from '#platform/http/reading.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import type { LocalText } from '#values/local-text.ts'
import type { Cents } from '#values/money.ts'
import { prefixesOf, type BudgetProduct } from './model.ts'

export interface ProductGoal {
  id: number
  text: LocalText
  level: string
  isDraft: boolean
}
export interface ProductMeasure {
  id: number
  number: string
  title: LocalText
  isDraft: boolean
  /** It serves a goal of this product. */
  byGoal: boolean
  /** Money of it is booked on this product; planned expense of these rows per year. null: nothing known. */
  byBooking: boolean
  planned: Cents | null
}

const seen = ({ sees }: Reading, alias: string) =>
  sees.drafts ? sql`` : sql`and ${sql.ref(`${alias}.published_at`)} is not null`

/** All products, groups and sub-budgets. One statement. */
export async function listProducts(db: Database, reading: Reading): Promise<BudgetProduct[]> {
  return db
    .selectFrom('budgetProduct as b')
    .select(['id', 'version', 'level', 'code', 'title', 'parentId', 'costObjects'])
    .select(
      sql<number>`(select count(*) from goal g where g.municipality_id = b.municipality_id
        and g.plan_version_id = ${reading.planVersionId} and g.budget_product_id = b.id ${seen(reading, 'g')})`.as(
        'goalCount',
      ),
    )
    .orderBy('code')
    .execute()
}

/**
 * One product with all others around it, the goals that come from it, and the measures that serve them or are booked on it
 * in `year`. Throws NotFound. Three statements, four in foreign languages.
 */
export async function getProduct(
  db: Database,
  reading: Reading,
  id: number,
  year: number,
): Promise<{ product: BudgetProduct; products: BudgetProduct[]; goals: ProductGoal[]; measures: ProductMeasure[] }> {
  const products = await listProducts(db, reading)
  const product = products.find((one) => one.id === id)
  if (!product) throw new NotFound()
  const goals = await db
    .selectFrom('goal as g')
    .where('planVersionId', '=', reading.planVersionId)
    .where('budgetProductId', '=', id)
    .$if(!reading.sees.drafts, (query) => query.where('publishedAt', 'is not', null))
    .select(['id', 'text', 'level', 'publishedAt'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const measures = await measuresOf(db, reading, product, year)
  const words = await loadTranslations(db, reading.language, [
    { kind: 'goal', ids: goals.map((goal) => goal.id) },
    { kind: 'measure', ids: measures.map((measure) => measure.id) },
  ])
  return {
    product,
    products,
    goals: goals.map((goal) => ({
      id: goal.id,
      level: goal.level,
      isDraft: goal.publishedAt === null,
      text: words.text('goal', goal.id, 'text', goal.text),
    })),
    measures: measures.map((row) => ({ ...row, title: words.text('measure', row.id, 'title', row.title) })),
  }
}

interface MeasureRow extends Omit<ProductMeasure, 'title'> {
  title: string
}

/** A booking belongs to the product when its cost centre or order begins like one of the product's (see `belongsTo`). */
async function measuresOf(db: Database, reading: Reading, product: BudgetProduct, year: number): Promise<MeasureRow[]> {
  const patterns = prefixesOf(product).map((prefix) => `${prefix}%`)
  const version = reading.planVersionId
  const { rows } = await sql<MeasureRow>`
    with booked as (
      select r.measure_id, sum(case when r.year = ${year} and num_nonnulls(r.staff_cents, r.material_cents) > 0
        then coalesce(r.staff_cents, 0) + coalesce(r.material_cents, 0) end)::bigint as planned
      from measure_resource r
      where r.plan_version_id = ${version}
        and (bare_number(r.cost_centre) like any(${patterns}) or bare_number(r.order_number) like any(${patterns}))
      group by r.measure_id),
    serving as (
      select distinct l.measure_id from measure_goal l
        join goal g on g.municipality_id = l.municipality_id and g.plan_version_id = l.plan_version_id and g.id = l.goal_id
      where l.plan_version_id = ${version} and g.budget_product_id = ${product.id} ${seen(reading, 'g')})
    select m.id, m.number, m.title, m.published_at is null as is_draft, s.measure_id is not null as by_goal,
      b.measure_id is not null as by_booking, b.planned
    from measure m left join booked b on b.measure_id = m.id left join serving s on s.measure_id = m.id
    where m.plan_version_id = ${version} and num_nonnulls(b.measure_id, s.measure_id) > 0 ${seen(reading, 'm')}
    order by m.number_order, m.id`.execute(db)
  return rows
}

/** A stored product as its form shows it. */
export const typedProduct = (product: BudgetProduct): Typed => ({
  level: product.level,
  code: product.code,
  title: product.title,
  parentId: product.parentId === null ? '' : String(product.parentId),
  costObjects: product.costObjects.join('\n'),
})
