import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import { assertGoodMarkup } from '#tests/markup.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { belongsTo, misplaced, treeOf, type BudgetProduct } from './model.ts'

async function addProduct(office: Office, fields: Record<string, string>): Promise<number> {
  const { location, status, text } = await office.post('produkte', fields)
  assert.equal(status, 303, text)
  return Number(location.split('/').at(-1))
}

const product = { level: 'PRODUCT', code: '31.80.05', title: 'Beratung' }

/** A goal from the product, a measure that serves it, and one that is only booked there. */
async function fillPlan({ db, municipalityId, planVersionId }: Office, productId: number) {
  const acting = { municipalityId, planVersionId, accountId: null }
  const place = { municipalityId, planVersionId, publishedAt: new Date() }
  const goal = await newPlanItem(db, acting, 'goal')
  await db
    .insertInto('goal')
    .values({
      ...place,
      id: goal,
      level: 'IMPACT_GOAL',
      source: 'BUDGET',
      text: 'Beratung erreicht alle',
      budgetProductId: productId,
    })
    .execute()
  for (const [number, title, costCentre, material] of [
    ['1.1', 'Dient dem Ziel', null, 100_00],
    ['1.2', 'Ist dort gebucht', '318005.12', 2500_00],
    ['1.3', 'Ganz woanders', '999999', 100_00],
  ] as const) {
    const id = await newPlanItem(db, acting, 'measure')
    await db
      .insertInto('measure')
      .values({ ...place, id, number, title })
      .execute()
    await db
      .insertInto('measureResource')
      .values({ municipalityId, planVersionId, measureId: id, year: 2026, materialCents: material, costCentre })
      .execute()
    if (number === '1.1')
      await db
        .insertInto('measureGoal')
        .values({ municipalityId, planVersionId, measureId: id, goalId: goal })
        .execute()
  }
}

test('a product shows the goals that come from it and the measures that serve them or are booked there', async () => {
  await using office = await openOffice()
  const budget = await addProduct(office, { level: 'SUB_BUDGET', code: '02', title: 'Soziales' })
  const id = await addProduct(office, { ...product, parentId: String(budget) })
  await fillPlan(office, id)
  await office.as(null)
  const page = await office.get(`produkte/${id}`)
  assert.match(
    page.text,
    /Beratung erreicht alle[\s\S]*Dient dem Ziel[\s\S]*sie einem Ziel dient[\s\S]*Ist dort gebucht/,
  )
  assert.match(page.text, /2\.500\s€/)
  assert.doesNotMatch(page.text, /Ganz woanders|318005/)
  assert.match(
    (await office.get('produkte')).text,
    /Teilhaushalt[\s\S]*02[\s\S]*Soziales[\s\S]*31\.80\.05[\s\S]*1 Ziel/,
  )
  assert.ok(office.statements() <= 4)
})

test('the number of a product is a text: zeros in front stay, and a level has it once', async () => {
  await using office = await openOffice()
  await addProduct(office, { ...product, code: '007' })
  const again = await office.post('produkte', { ...product, code: '007', title: 'Doppelt' })
  assert.equal(again.status, 422)
  assert.match(again.text, /gibt es auf dieser Ebene schon/)
  assert.match(again.text, /value="Doppelt"/)
  assert.match((await office.get('produkte.csv')).text, /Produkt;007;Beratung/)
})

test('a group cannot stand below a product, and what stands below keeps its place', async () => {
  await using office = await openOffice()
  const group = await addProduct(office, { level: 'PRODUCT_GROUP', code: '31.80', title: 'Hilfen' })
  const id = await addProduct(office, { ...product, parentId: String(group) })
  const below = await office.post('produkte', { level: 'PRODUCT_GROUP', code: '1', title: 'x', parentId: String(id) })
  assert.equal(below.status, 422)
  const turned = await office.post(`produkte/${group}/bearbeiten`, {
    level: 'PRODUCT',
    code: '31.80',
    title: 'Hilfen',
    version: '1',
  })
  assert.equal(turned.status, 422)
  assert.match(turned.text, /Darunter steht schon etwas/)
})

test('a product with a goal cannot be deleted; a lost race shows both versions', async () => {
  await using office = await openOffice()
  const id = await addProduct(office, product)
  await fillPlan(office, id)
  const kept = await office.post(`produkte/${id}/loeschen`, { version: '1' })
  assert.equal(kept.status, 422)
  assert.match(kept.text, /wird noch gebraucht/)
  await office.post(`produkte/${id}/bearbeiten`, { ...product, title: 'Beratung für alle', version: '1' })
  const late = await office.post(`produkte/${id}/bearbeiten`, { ...product, title: 'Begleitung', version: '1' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Beratung für alle[\s\S]*Begleitung/)
  const unused = await addProduct(office, { ...product, code: '99' })
  assert.match((await office.post(`produkte/${unused}/loeschen`, { version: '1' })).location, /produkte$/)
})

test('only officer and department head change products; another municipality sees none', async () => {
  await using office = await openOffice({ role: 'department-head' })
  const id = await addProduct(office, { ...product, costObjects: '3180.77' })
  for (const role of ['statistics', null] as const) {
    // Nobody is led to sign in first.
    const refused = role === null ? [303, 401] : [403]
    await office.as(role)
    assert.ok(refused.includes((await office.post('produkte', product)).status))
    assert.ok(refused.includes((await office.get(`produkte/${id}/bearbeiten`)).status))
  }
  assert.doesNotMatch((await office.get(`produkte/${id}`)).text, /3180\.77/)
  assert.doesNotMatch((await office.get('produkte.json')).text, /3180\.77/)
  await using other = await openOffice()
  assert.equal((await other.get(`produkte/${id}`)).status, 404)
  assert.match((await other.get('produkte')).text, /noch kein Produkt/)
})

test('a booking belongs to a product by how its number begins', () => {
  const cases: [Partial<BudgetProduct>, string | null, string | null, boolean][] = [
    [{}, '318005.12', null, true],
    [{}, null, '31-80-05/7', true],
    [{}, '31800', null, false],
    [{ level: 'PRODUCT_GROUP', code: '31.80' }, '318005', null, false],
    [{ costObjects: ['A-4711'] }, null, 'a4711-2', true],
    [{}, null, null, false],
  ]
  for (const [more, costCentre, orderNumber, belongs] of cases) {
    const one = { level: 'PRODUCT' as const, code: '31.80.05', costObjects: [], ...more }
    assert.equal(belongsTo(one, { costCentre, orderNumber }), belongs, JSON.stringify([one, costCentre, orderNumber]))
  }
})

test('products stand in the order of their numbers, not of their letters', () => {
  const of = (id: number, code: string): BudgetProduct => ({
    ...{ id, code, version: 1, level: 'PRODUCT', title: code, parentId: null, costObjects: [], goalCount: 0 },
  })
  assert.deepEqual(
    treeOf([of(1, '11.14'), of(2, '11.2'), of(3, '9')]).map(({ code }) => code),
    ['9', '11.2', '11.14'],
  )
})

test('no product can be put where it would stand above itself', () => {
  const levels = ['SUB_BUDGET', 'PRODUCT_GROUP', 'PRODUCT'] as const
  const products = fc
    .array(fc.constantFrom(...levels), { minLength: 1, maxLength: 8 })
    .map((all) => all.map((level, id) => ({ id, level, parentId: null })))
  fc.assert(
    fc.property(products, fc.nat(7), fc.constantFrom(...levels), (all, id, level) => {
      if (id < all.length) assert.notDeepEqual(misplaced(all, id, { level: all[id]?.level ?? level, parentId: id }), {})
    }),
  )
})

test('every page and every refused form of the products is good markup, in German and Arabic', async () => {
  await using office = await openOffice()
  const budget = await addProduct(office, { level: 'SUB_BUDGET', code: '02', title: 'Soziales' })
  const id = await addProduct(office, { ...product, parentId: String(budget), costObjects: '318005' })
  await fillPlan(office, id)
  for (const language of ['de', 'ar']) {
    for (const path of ['produkte', `produkte/${id}`, `produkte/${budget}`, `produkte/${id}/bearbeiten`])
      await assertGoodMarkup(await office.get(`${path}?sprache=${language}`), `${path} ${language}`)
    await assertGoodMarkup(await office.post(`produkte?sprache=${language}`, { code: '' }), `refused ${language}`)
  }
})
