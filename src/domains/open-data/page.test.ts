import assert from 'node:assert/strict'
import { test } from 'node:test'
import { JSDOM } from 'jsdom'
import { openDemoOffice } from '#tests/demo-office.ts'
import { openOffice } from '#tests/office.ts'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'

test('the page shows a request of this municipality that can be asked, and leads to everything that is there', async () => {
  await using office = await openDemoOffice()
  await office.as(null)
  for (const language of ['de', 'en', 'ar']) {
    const page = await office.get(`schnittstelle?sprache=${language}`)
    assert.equal(page.status, 200)
    assert.ok(office.statements() <= 10)
    const { document } = new JSDOM(page.text).window
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')].map(
      (link) => link.getAttribute('href') ?? '',
    )
    const local = links.filter((href) => href.startsWith('/') || href.includes(`/${office.slug}/`))
    assert.ok(local.length > 20)
    for (const href of local) {
      const { pathname, search } = new URL(href, 'http://page.example')
      const answer = await office.get(pathname + (pathname.includes('/api/') ? search : ''))
      assert.equal(answer.status, 200, href)
    }
    const example = document.querySelector('pre')?.textContent ?? ''
    const { data } = JSON.parse(example) as { data: { id: number; title: string }[] }
    const address = document.querySelector('#probieren ~ p a')?.getAttribute('href') ?? ''
    const { pathname, search } = new URL(address)
    const real = JSON.parse((await office.get(pathname + search, { 'accept-language': language })).text) as typeof data
    assert.equal(data[0]?.id, (real as unknown as { data: { id: number }[] }).data[0]?.id)
    assert.deepEqual([...(await axeFindings(page.text)), ...(await htmlFindings(page.text))], [], language)
    // A text that is missing shows its key.
    assert.doesNotMatch(document.querySelector('main')?.textContent ?? '', /(?:parameter|collection|rule)\.[a-z]/)
  }
})

test('the foot of every page leads there, and the short address of the API does', async () => {
  await using office = await openOffice({ role: null })
  assert.match((await office.get('impressum?sprache=de')).text, /<footer[^]*href="[^"]*\/schnittstelle/)
  for (const path of ['api', 'api/v1']) assert.match((await office.get(path)).location, /\/schnittstelle$/)
})

test('before anything is published the page says so, and shows the licence that the municipality has chosen', async () => {
  await using office = await openOffice({ role: null })
  await office.db.updateTable('municipality').set({ dataLicence: 'cc-zero' }).execute()
  office.services.municipalities.forget()
  const { text } = await office.get('schnittstelle?sprache=de')
  assert.match(text, /steht hier ein Beispiel/)
  assert.match(text, /publicdomain\/zero/)
  assert.match(text, /Sie müssen keine Quelle nennen/)
})
