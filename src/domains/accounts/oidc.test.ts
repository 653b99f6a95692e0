import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { client, openIdProvider, type Conduct } from '#platform/auth/testing-oidc.ts'
import { openSite, password, type Browser, type Site } from './testing.ts'

let site: Site
let provider: Awaited<ReturnType<typeof openIdProvider>>
before(async () => {
  provider = await openIdProvider()
  site = await openSite({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.clientId,
    OIDC_CLIENT_SECRET: client.clientSecret,
    OIDC_NAME: 'Kreiskonto',
  })
})
after(async () => {
  await site[Symbol.asyncDispose]()
  await provider.close()
})

/** Presses the button, signs in at the provider, and comes back. */
async function through(browser: Browser, start: string, conduct: Conduct, fields = {}) {
  provider.behave(conduct)
  const page = await browser.post(start, fields)
  assert.equal(page.status, 200, 'a page that leads on: a form may not be redirected to another site')
  const [, address = ''] = /content="0;url=([^"]+)"/.exec(page.text) ?? []
  const back = provider.visit(address.replaceAll('&amp;', '&'))
  return browser.get(back.pathname + back.search)
}

test('whoever has an account comes in through the sign-in of the house', async () => {
  const { email } = await site.person('officer')
  const browser = site.browser()
  assert.match((await browser.get('/anmelden')).text, /Mit Kreiskonto anmelden/)
  const conduct = { subject: 's1', email, isVerified: true }
  const answer = await through(browser, '/anmelden/behoerdenkonto/los', conduct, { weiter: '/musterkreis/massnahmen' })
  assert.deepEqual([answer.status, answer.location], [303, '/musterkreis/massnahmen'])
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.match((await browser.get('/konto')).text, new RegExp(email))
})

test('whoever has none and is not invited is told so', async () => {
  const conduct = { subject: 's2', email: 'fremd@amt.example', isVerified: true }
  const answer = await through(site.browser(), '/anmelden/behoerdenkonto/los', conduct)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /kein Konto und keine Einladung/)
})

test('an invited person accepts through the sign-in of the house, without a password', async () => {
  const officer = await site.person('officer')
  const boss = site.browser()
  await boss.signIn(officer.email)
  const invited = { name: 'Neue Kollegin', email: 'neu@amt.example', language: 'de', roles: 'reader' }
  assert.equal((await boss.post('/musterkreis/personen/einladen', invited)).status, 303)
  const path = new URL((await site.mailsTo('neu@amt.example'))[0]?.links[0] ?? '').pathname
  const browser = site.browser()
  assert.match((await browser.get(path)).text, /Mit Kreiskonto annehmen/)
  const conduct = { subject: 's3', email: 'neu@amt.example', isVerified: true }
  const answer = await through(browser, `${path}/behoerdenkonto`, conduct)
  assert.equal(answer.location, path)
  const page = await browser.get(path)
  assert.doesNotMatch(page.text, /name="password"/)
  assert.equal((await browser.post(path)).location, '/musterkreis')
  assert.match((await browser.get('/konto')).text, /Landkreis musterkreis/)
})

test('somebody who turns back at the provider, or whose provider is away, keeps the other ways', async () => {
  const { email } = await site.person('reader')
  const conduct = { subject: 's4', email, isVerified: true, fault: 'denies' as const }
  const answer = await through(site.browser(), '/anmelden/behoerdenkonto/los', conduct)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /hat abgelehnt/)
  assert.equal((await site.browser().signIn(email, password)).status, 303)
  const forged = await site.browser().get('/anmelden/behoerdenkonto?code=x&state=y')
  assert.equal(forged.status, 422)
})
