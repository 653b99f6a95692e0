import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'

/** Two open municipalities in one instance; the first two hosts are theirs. */
async function openInstance() {
  const office = await openOffice({ role: null })
  const { db, municipalityId, services } = office
  const second = `stadt-${process.pid}`
  const { id } = await db
    .insertInto('municipality')
    .values({
      slug: second,
      name: 'Probestadt',
      kind: 'city',
      federalState: 'BW',
      isOpen: true,
      languages: ['de', 'en'],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('hostName')
    .values([
      { host: 'plan.probekreis.example', municipalityId },
      { host: 'plan.probestadt.example', municipalityId: id },
    ])
    .execute()
  await services.municipalities.load()
  services.config.publicUrl = 'https://teilhabe.example'
  return Object.assign(office, { secondId: id, second })
}

test('each host shows its own municipality, without the first part of the address', async () => {
  await using instance = await openInstance()
  const first = await instance.get('/impressum', { host: 'plan.probekreis.example' })
  const second = await instance.get('/impressum', { host: 'plan.probestadt.example:8443' })
  assert.match(first.text, /Probekreis/)
  assert.match(second.text, /Probestadt/)
  assert.match(first.text, /href="\/datenschutz"/)
  assert.doesNotMatch(first.text, new RegExp(instance.slug))
})

test('an unknown host is the instance, and is never believed', async () => {
  await using instance = await openInstance()
  const { text } = await instance.get(`/${instance.slug}/impressum`, { host: 'boese.example' })
  assert.match(text, /Probekreis/)
  assert.doesNotMatch(text, /boese/)
  assert.equal((await instance.get('/impressum', { host: 'boese.example' })).status, 404)
})

test('absolute addresses carry the host that was asked', async () => {
  await using instance = await openInstance()
  const mapped = await instance.get('/neues.atom', { host: 'plan.probekreis.example' })
  assert.match(mapped.text, /<link rel="self"[^>]*href="https:\/\/plan\.probekreis\.example\/neues\.atom"/)
  const shared = await instance.get('neues.atom', { host: 'teilhabe.example' })
  assert.match(shared.text, new RegExp(`href="https://teilhabe\\.example/${instance.slug}/neues\\.atom"`))
  const ids = (text: string) => [...text.matchAll(/<id>([^<]+)/g)].map(([, id]) => id)
  assert.deepEqual(ids(mapped.text), ids(shared.text))
})

test('sitemap and robots of a host are those of its municipality', async () => {
  await using instance = await openInstance()
  const host = { host: 'plan.probekreis.example' }
  const sitemap = await instance.get('/sitemap.xml', host)
  assert.match(sitemap.text, /<loc>https:\/\/plan\.probekreis\.example\/massnahmen<\/loc>/)
  assert.doesNotMatch(sitemap.text, /sitemapindex|probestadt/)
  assert.match(
    (await instance.get('/robots.txt', host)).text,
    /Sitemap: https:\/\/plan\.probekreis\.example\/sitemap\.xml/,
  )
})

test('the host of a closed municipality answers 404, in pages, feed, sitemap and robots', async () => {
  await using instance = await openInstance()
  await instance.db.updateTable('municipality').set({ isOpen: false }).where('id', '=', instance.secondId).execute()
  await instance.services.municipalities.load()
  for (const path of ['/', '/massnahmen', '/massnahmen.json', '/neues.atom', '/sitemap.xml', '/robots.txt']) {
    const answer = await instance.get(path, { host: 'plan.probestadt.example' })
    assert.equal(answer.status, 404, path)
    assert.doesNotMatch(answer.text, /Probestadt/, path)
  }
})

test('the host of an example asks search engines to stay away', async () => {
  await using instance = await openInstance()
  await instance.db.updateTable('municipality').set({ isExample: true }).where('id', '=', instance.secondId).execute()
  await instance.services.municipalities.load()
  const host = { host: 'plan.probestadt.example' }
  assert.equal((await instance.get('/robots.txt', host)).text, 'User-agent: *\nDisallow: /\n')
  assert.equal((await instance.get('/sitemap.xml', host)).status, 404)
})

test('an old slug leads to the same page under the new one, for good, with the query', async () => {
  await using instance = await openInstance()
  const { db, municipalityId, services, slug } = instance
  const old = `frueher-${process.pid}`
  await db.insertInto('formerSlug').values({ slug: old, municipalityId }).execute()
  services.municipalities.forget()
  const answer = await instance.get(`/${old}/massnahmen?feld=3`)
  assert.equal(answer.status, 308)
  assert.equal(answer.location, `/${slug}/massnahmen?feld=3`)
  assert.equal((await instance.post(`/${old}/barriere-melden`, { text: 'x' })).status, 308)
})
