import { mayWith } from '#domains/accounts/index.ts'
import { today } from '#platform/clock.ts'
import { redirectTo } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { authorize } from '#platform/http/authorize.ts'
import { checkForm, readTyped, type Typed } from '#platform/http/form.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden, LostRace, NotFound, Refused } from '#platform/http/problems.ts'
import { readingBeside } from '#platform/http/reading.ts'
import { listFiles } from '#platform/tables/list-files.ts'
import { actingOf, idOf } from '#platform/things/acting.ts'
import { removalRoutes } from '#platform/things/asking.tsx'
import { differencesOf } from '#platform/things/race.tsx'
import { thingTexts } from '#platform/things/texts/index.ts'
import { yearOf } from '#values/local-date.ts'
import { createProduct, removeProduct, saveProduct } from './commands.ts'
import { exportedProducts } from './documents/list.ts'
import { lockForm, misplaced, productForm } from './model.ts'
import { ProductFormPage } from './pages/form.tsx'
import { ProductsPage } from './pages/list.tsx'
import { ProductPage } from './pages/one.tsx'
import { paths } from './paths.ts'
import { getProduct, listProducts, typedProduct } from './queries.ts'
import { texts } from './texts/index.ts'

export const routes = domain()

const say = (c: Ctx) => texts(c.var.speech)
const permission = 'budget-product:edit'

routes.get(paths.list, async (c) => {
  const products = await listProducts(c.var.db, await readingBeside(c))
  return c.render(<ProductsPage products={products} may={{ edit: mayEver(c.var.person, permission) }} />)
})

listFiles(routes, paths.list, {
  load: async (c) => exportedProducts(await listProducts(c.var.db, await readingBeside(c)), say(c), c.var.sees),
  explain: async (c, id) => getProduct(c.var.db, await readingBeside(c), id, yearOf(today(c.var.services.clock))),
})

routes.get(paths.new, authorize(permission), (c) => formPage(c, { level: 'PRODUCT' }))

routes.post(paths.list, authorize(permission), async (c) => {
  const values = await readTyped(c)
  const form = await checked(c, values)
  if (!form.ok) return formPage(c, values, form.errors)
  try {
    const id = await createProduct(c.var.db, await actingOf(c), form.value)
    return redirectTo(c, paths.one(id), say(c)('notice.created'))
  } catch (error) {
    return refused(c, values, error)
  }
})

routes.get('/produkte/:id{[0-9]+}', async (c) => {
  const { db, services, person, sees } = c.var
  const year = yearOf(today(services.clock))
  const found = await getProduct(db, await readingBeside(c), idOf(c), year)
  const may = {
    edit: mayEver(person, permission),
    seeInternal: sees.internal,
    seeHistory: mayEver(person, 'history:see'),
  }
  return c.render(<ProductPage {...found} year={year} may={may} />)
})

routes.get('/produkte/:id{[0-9]+}/bearbeiten', authorize(permission), async (c) =>
  formPage(c, typedProduct(await stored(c))),
)

routes.post('/produkte/:id{[0-9]+}/bearbeiten', authorize(permission), async (c) => {
  const product = await stored(c)
  const values = await readTyped(c)
  const form = await checked(c, values, product.id)
  const lock = checkForm(values, lockForm, say(c))
  if (!form.ok || !lock.ok) return formPage(c, values, form.ok ? {} : form.errors)
  try {
    await saveProduct(c.var.db, await actingOf(c), product.id, lock.value.version, form.value)
  } catch (error) {
    if (!(error instanceof LostRace)) return refused(c, values, error)
    return formPage(c, { ...values, version: String(product.version) }, {}, typedProduct(product))
  }
  return redirectTo(c, paths.one(product.id), thingTexts(c.var.speech)('notice.saved'))
})

removalRoutes(routes, {
  address: '/produkte/:id{[0-9]+}',
  kind: 'budget-product',
  permission,
  find: async (c) => ({ ...(await stored(c)), publishedAt: null }),
  crumbs: (c, { id, code }) => [
    { label: say(c)('title'), path: paths.list },
    { label: code, path: paths.one(id) },
  ],
  one: paths.one,
  list: paths.list,
  lead: (c) => say(c)('remove.lead'),
  remove: async (c, { id }, version) => removeProduct(c.var.db, await actingOf(c), id, version),
  refused: (c, error) => (error instanceof Refused ? say(c).dynamic(error.message) : undefined),
})

/** The stored product, if this person may change it. */
async function stored(c: Ctx) {
  if (!mayWith(c.var.person, permission, {})) throw new Forbidden(permission)
  const products = await listProducts(c.var.db, await readingBeside(c))
  const product = products.find(({ id }) => id === idOf(c))
  if (!product) throw new NotFound()
  return product
}

/** The form by itself, and among the products there are. */
async function checked(c: Ctx, values: Typed, id?: number) {
  const form = checkForm(values, productForm, say(c))
  if (!form.ok) return form
  const problems = misplaced(await listProducts(c.var.db, await readingBeside(c)), id, form.value)
  const errors = Object.fromEntries(Object.entries(problems).map(([name, key]) => [name, say(c).dynamic(key)]))
  return Object.keys(errors).length > 0 ? { ok: false as const, values, errors } : form
}

/** A rule of the database said no: the form comes back with the field at fault. */
function refused(c: Ctx, values: Typed, error: unknown) {
  if (!(error instanceof Refused)) throw error
  return formPage(c, values, { code: say(c).dynamic(error.message) })
}

async function formPage(c: Ctx, values: Typed, errors: Record<string, string> = {}, theirs?: Typed) {
  const products = await listProducts(c.var.db, await readingBeside(c))
  const product = products.find(({ id }) => String(id) === c.req.param('id'))
  const t = say(c)
  const words = {
    label: (name: string) => (name in (theirs ?? {}) ? t.dynamic(`form.${name}`) : undefined),
    value: (name: string, value: string) =>
      name === 'parentId'
        ? (products.find(({ id }) => String(id) === value)?.title ?? value)
        : name === 'level'
          ? t.dynamic(`level.${value}`)
          : value,
  }
  const race = theirs && differencesOf(theirs, values, words)
  return c.render(
    <ProductFormPage
      values={values}
      errors={errors}
      products={products}
      {...(product && {
        existing: { id: product.id, version: Number(values['version']) || product.version, code: product.code },
      })}
      {...(race && { race })}
    />,
    theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}
