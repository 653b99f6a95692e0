import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesOf, fewOf, idsOf, openDemoOffice } from '#tests/demo-office.ts'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { measureIn } from '#domains/measures/testing.ts'
import { bury } from '#platform/db/tombstones.ts'
import { openOffice } from '#tests/office.ts'

interface Item {
  id: number
}

test('each thing of a list is there alone as JSON, exactly as the list shows it, and by the same rights', async () => {
  await using office = await openDemoOffice(fewOf(musterkreis))
  const ids = await idsOf(office)
  const paths = office.routes().flatMap(({ path }) => (path.endsWith('/:file{[0-9]+\\.json}') ? path : []))
  assert.deepEqual(paths.map((path) => path.split('/')[2]).toSorted(), [
    ...['akteure', 'bedarfe', 'gebiete', 'gremien', 'handlungsfelder', 'massnahmen', 'organisation', 'produkte'],
    ...['querschnittsthemen', 'zahlen', 'ziele', 'zielgruppen'],
  ])
  for (const role of ['officer', null] as const) {
    await office.as(role)
    for (const path of paths) {
      const [list = ''] = path.replace('/:municipality', `/${office.slug}`).split('/:file')
      const { data } = JSON.parse((await office.get(`${list}.json`)).text) as { data: Item[] }
      const item = data.at(-1)
      assert.ok(item, path)
      const one = await office.get(`${list}/${item.id}.json`)
      assert.equal(one.headers.get('content-type'), 'application/json; charset=utf-8', path)
      assert.deepEqual(JSON.parse(one.text), item, path)
      assert.equal(one.headers.get('access-control-allow-origin'), role === null ? '*' : null)
      assert.ok(office.statements() <= 12, `${path}: ${office.statements()}`)
      assert.equal((await office.get(`${list}/999999.json`)).status, 404, path)
      const [known = ''] = addressesOf(office, path, ids)
      assert.equal((await office.get(known)).status, 200, known)
    }
  }
})

test('a draft is there as JSON for those who see drafts only', async () => {
  await using office = await openOffice()
  const id = await measureIn(office, { title: 'Noch nicht reif' }, false)
  const { text, headers } = await office.get(`massnahmen/${id}.json`)
  assert.equal((JSON.parse(text) as { isDraft: boolean }).isDraft, true)
  assert.equal(headers.get('cache-control'), 'no-store')
  await office.as(null)
  const refused = await office.get(`massnahmen/${id}.json`)
  assert.equal(refused.status, 404)
  assert.doesNotMatch(refused.text, /Noch nicht reif/)
})

test('an actor’s own people read their entry as JSON while it is a draft', async () => {
  await using office = await openOffice()
  const { municipalityId } = office
  const add = (name: string) =>
    office.db
      .insertInto('actor')
      .values({ municipalityId, name, types: ['ASSOCIATION'] })
      .returning('id')
      .executeTakeFirstOrThrow()
  const [own, other] = [await add('Elternverein'), await add('Sportverein')]
  await office.as('actor-editor', { actorId: own.id })
  assert.match((await office.get(`akteure/${own.id}.json`)).text, /Elternverein/)
  assert.equal((await office.get(`akteure/${own.id}`)).status, 200)
  assert.equal((await office.get(`akteure/${other.id}.json`)).status, (await office.get(`akteure/${other.id}`)).status)
})

test('what is gone says so, and what moved leads to its JSON', async () => {
  await using office = await openOffice({ role: null })
  const { db, municipalityId, slug } = office
  await bury(db, { municipalityId, thingKind: 'need', thingId: 987654, title: 'Alter Titel' })
  const gone = await office.get('bedarfe/987654.json')
  assert.equal(gone.status, 410)
  assert.equal(gone.headers.get('content-type'), 'application/problem+json')
  await bury(db, { municipalityId, thingKind: 'need', thingId: 987654, title: 'Alter Titel', movedToId: 5 })
  const moved = await office.get('bedarfe/987654.json')
  assert.equal(moved.status, 308)
  assert.equal(moved.location, `/${slug}/bedarfe/5.json`)
})
