import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { musterkreis } from '#demo/musterkreis/index.ts'
import { things, type ThingKind } from '#platform/things/kinds.ts'
import { fewOf, openDemoOffice } from '#tests/demo-office.ts'
import type { Office } from '#tests/office.ts'

const kinds = [
  'action-field',
  'cross-cutting-topic',
  'target-group',
  'need',
  'goal',
  'indicator',
  'actor',
  'body',
] as const
const mark = 'Geheimentwurf'

/** Half of each kind is taken back, and named so that it would be noticed. */
async function withdrawHalf({ db, municipalityId }: Office) {
  for (const kind of kinds) {
    const { table, title } = things[kind]
    await sql`update ${sql.table(table)} set published_at = null, ${sql.ref(title)} = ${`${mark} ${kind} `} || id
      where id % 2 = 0 and municipality_id = ${municipalityId}`.execute(db)
  }
}

async function pagesOf({ db, municipalityId }: Office) {
  const addresses = ['', 'plan', 'plan/wirkungskette', 'handlungsfelder', 'bedarfe', 'ziele', 'massnahmen', 'zahlen']
  addresses.push('akteure', 'gremien', 'gebiete', 'produkte', 'organisation', 'querschnittsthemen', 'zielgruppen')
  for (const kind of Object.keys(things) as ThingKind[]) {
    const { table, page, inPlan } = things[kind]
    if (page === null) continue
    const newest = inPlan ? sql`and plan_version_id = (select max(id) from plan_version)` : sql``
    const { rows } = await sql<{ id: number }>`select id from ${sql.table(table)}
      where published_at is not null and municipality_id = ${municipalityId} ${newest} order by id limit 12`.execute(db)
    addresses.push(...rows.map(({ id }) => `${page.slice(1)}/${id}`))
  }
  const lasting = { gebiete: 'area', organisation: 'org_unit', produkte: 'budget_product' }
  for (const [page, table] of Object.entries(lasting)) {
    const { rows } = await sql<{
      id: number
    }>`select id from ${sql.table(table)} where municipality_id = ${municipalityId} order by id limit 12`.execute(db)
    addresses.push(...rows.map(({ id }) => `${page}/${id}`))
  }
  return addresses
}

test('no public page names a draft or links to one; only who leads or takes part is named, without a link', async () => {
  await using office = await openDemoOffice(fewOf(musterkreis))
  await withdrawHalf(office)
  office.services.municipalities.forget()
  const pages = await pagesOf(office)
  await office.as(null)
  const drafts = new Set<string>()
  for (const kind of kinds) {
    const { rows } = await sql<{ id: number }>`select id from ${sql.table(things[kind].table)}
      where published_at is null and municipality_id = ${office.municipalityId}`.execute(office.db)
    for (const { id } of rows) drafts.add(`${things[kind].page}/${id}`)
  }
  const wrong: string[] = []
  let actorsNamed = 0
  for (const address of pages) {
    const { status, text } = await office.get(address)
    assert.equal(status, 200, address)
    for (const [, href = ''] of text.matchAll(/href="([^"#?]*)/g)) {
      const path = href.slice(`/${office.slug}`.length)
      if (href.startsWith(`/${office.slug}/`) && drafts.has(path)) wrong.push(`${address} links ${path}`)
    }
    for (const [name = '', kind] of text.matchAll(new RegExp(`${mark} ([a-z-]+) \\d+`, 'g'))) {
      if (kind === 'actor' && !/^(akteure|gremien|gebiete)/.test(address)) actorsNamed++
      else wrong.push(`${address} names ${name}`)
    }
  }
  assert.deepEqual([...new Set(wrong)], [])
  assert.ok(actorsNamed > 0, 'a lead whose own page is a draft is still named')
})

test('the data for everyone name no draft either', async () => {
  await using office = await openDemoOffice(fewOf(musterkreis))
  await withdrawHalf(office)
  await office.as(null)
  const wrong: string[] = []
  for (const file of [
    'plan.json',
    'massnahmen.json',
    'massnahmen.csv',
    'bedarfe.json',
    'ziele.json',
    'akteure.json',
    'gremien.json',
    'zahlen.json',
    'handlungsfelder.json',
    'gebiete.json',
    'produkte.json',
  ]) {
    const { status, text } = await office.get(file)
    if (status === 404) continue
    assert.equal(status, 200, file)
    for (const [name = '', kind] of text.matchAll(new RegExp(`${mark} ([a-z-]+) \\d+`, 'g')))
      if (kind !== 'actor') wrong.push(`${file} names ${name}`)
  }
  assert.deepEqual([...new Set(wrong)], [])
})
