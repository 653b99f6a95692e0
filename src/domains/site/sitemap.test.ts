import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { standingPages } from '#domains/site/model/thing-pages.ts'
import { openOffice } from '#tests/office.ts'

const locs = (text: string) => Array.from(text.matchAll(/<loc>([^<]+)<\/loc>/g), ([, loc = '']) => loc)

test('more than 10,000 pages stand in parts, each once, and the instance names the parts', async () => {
  await using office = await openOffice({ role: null })
  const { db, municipalityId, slug } = office
  await sql`insert into actor (municipality_id, name, types, published_at)
    select ${municipalityId}::bigint, 'Verein ' || n, '{VEREIN}', now() from generate_series(1, 20000) n`.execute(db)

  const index = (await office.get('sitemap.xml')).text
  assert.match(index, /<sitemapindex /)
  const parts = locs(index)
  assert.deepEqual(
    parts.map((part) => part.slice(part.indexOf(slug))),
    [1, 2, 3].map((number) => `${slug}/sitemap-${number}.xml`),
  )
  const pages: string[] = []
  for (const number of [1, 2, 3]) {
    const { text, status, headers } = await office.get(`sitemap-${number}.xml`)
    assert.equal(status, 200)
    assert.equal(headers.get('content-type'), 'application/xml; charset=utf-8')
    const found = locs(text)
    assert.ok(found.length <= 10_000, `${found.length} addresses in part ${number}`)
    pages.push(...found)
  }
  assert.equal(pages.length, 20_000 + standingPages.length)
  assert.equal(new Set(pages).size, pages.length)
  for (const number of [0, 4, 99]) assert.equal((await office.get(`sitemap-${number}.xml`)).status, 404)
  office.services.municipalities.forget()
  const instance = locs((await office.get('/sitemap.xml')).text)
  for (const part of parts) assert.ok(instance.includes(part), part)
  assert.ok(!instance.some((loc) => loc.endsWith(`${slug}/sitemap.xml`)))
})

test('few pages stand in one file; of an example there is none', async () => {
  await using office = await openOffice({ role: null })
  assert.match((await office.get('sitemap.xml')).text, /<urlset /)
  assert.equal(locs((await office.get('sitemap-1.xml')).text).length, standingPages.length)
  assert.equal((await office.get('sitemap-2.xml')).status, 404)
  await office.db.updateTable('municipality').set({ isExample: true }).execute()
  office.services.municipalities.forget()
  assert.equal((await office.get('sitemap-1.xml')).status, 404)
})
