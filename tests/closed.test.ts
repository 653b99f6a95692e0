import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'

const addresses = [
  ...['', 'massnahmen', 'massnahmen.json', 'massnahmen.csv', 'plan.json', 'neues.atom', 'sitemap.xml', 'robots.txt'],
  ...['impressum', 'datenschutz', 'barrierefreiheit', 'barriere-melden', 'leichte-sprache', 'gebaerdensprache'],
  ...['api/v1/measures', 'vorschau', `vorschau/${'x'.repeat(43)}`, 'gibt-es-nicht'],
]

for (const who of ['nobody', 'somebody without a role here'] as const) {
  test(`a closed municipality is not found by ${who}, and nothing tells that it exists`, async () => {
    await using elsewhere = await openOffice({ role: who === 'nobody' ? null : 'officer' })
    const closed = `geschlossen-${process.pid}-${who.length}`
    await elsewhere.db
      .insertInto('municipality')
      .values({
        slug: closed,
        name: 'Geheimkreis',
        kind: 'county',
        federalState: 'BW',
        isOpen: false,
        words: JSON.stringify({ plan: 'Integrationskonzept' }),
      })
      .execute()
    elsewhere.services.municipalities.forget()
    for (const address of addresses) {
      for (const headers of [{}, { accept: 'application/json' }] as Record<string, string>[]) {
        const answer = await elsewhere.get(`/${closed}/${address}`, headers)
        const absent = await elsewhere.get(`/gibt-es-nicht/${address}`, headers)
        assert.equal(answer.status, 404, address)
        assert.doesNotMatch(answer.text, /Geheimkreis|Integrationskonzept/, address)
        assert.equal(answer.text.replaceAll(closed, 'gibt-es-nicht'), absent.text, address)
        assert.deepEqual([...answer.headers.keys()], [...absent.headers.keys()], address)
      }
    }
    const [sent, lost] = [
      await elsewhere.post(`/${closed}/barriere-melden`, { text: 'x' }),
      await elsewhere.post('/gibt-es-nicht/barriere-melden', { text: 'x' }),
    ]
    assert.equal(sent.status, lost.status)
    assert.doesNotMatch(sent.text, /Geheimkreis/)
    for (const list of ['/', '/sitemap.xml', '/robots.txt'])
      assert.doesNotMatch((await elsewhere.get(list)).text, new RegExp(`Geheimkreis|${closed}`), list)
  })
}

test('an old slug of a closed municipality is not found either', async () => {
  await using office = await openOffice({ role: null, isOpen: false })
  const old = `alt-${process.pid}`
  await office.db.insertInto('formerSlug').values({ slug: old, municipalityId: office.municipalityId }).execute()
  office.services.municipalities.forget()
  const answer = await office.get(`/${old}/massnahmen`)
  assert.equal(answer.status, 404)
  assert.doesNotMatch(answer.text, new RegExp(office.slug))
})

test('a closed municipality opens for those with a role in it', async () => {
  await using office = await openOffice({ role: 'reader', isOpen: false })
  for (const address of ['massnahmen', 'neues.atom', 'impressum'])
    assert.equal((await office.get(address)).status, 200, address)
})
