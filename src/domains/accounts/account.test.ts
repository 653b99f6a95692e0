import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { softwareKey, totpCode } from '#platform/auth/testing-second-factor.ts'
import type { Browser, Site } from './testing.ts'
import { openSite, password } from './testing.ts'

let site: Site
before(async () => void (site = await openSite({ PUBLIC_URL: 'http://localhost:3999' })))
after(() => site[Symbol.asyncDispose]())

async function signedIn(...person: Parameters<Site['person']>) {
  const someone = await site.person(...person)
  const browser = site.browser()
  await browser.signIn(someone.email)
  return { ...someone, browser }
}
/** Half a minute later: the cookie that speaks for the session without asking the database has run out. */
const halfAMinuteLater = ({ headers }: Browser) =>
  headers.set('cookie', (headers.get('cookie') ?? '').replace(/(?:; )?teilhabewerk\.session_data=[^;]*/, ''))

test('the account is for whoever is signed in, and for nobody else', async () => {
  for (const path of ['', '/passwort', '/adresse', '/zweiter-faktor', '/passkeys', '/sitzungen']) {
    const answer = await site.browser().get(`/konto${path}`)
    assert.equal(answer.location, `/anmelden?weiter=${encodeURIComponent(`/konto${path}`)}`)
    const { browser } = await signedIn('reader')
    const page = await browser.get(`/konto${path}`)
    assert.equal(page.status, 200, path)
    assert.equal(page.headers.get('cache-control'), 'no-store')
  }
})

test('name and language are changed on the page, and both hold at once', async () => {
  const { browser, email } = await signedIn('officer')
  const empty = await browser.post('/konto', { name: ' ', language: 'en' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Bitte geben Sie einen Namen ein/)
  assert.equal((await browser.post('/konto', { name: 'Ada Öztürk', language: 'en' })).status, 303)

  const page = await browser.get('/konto')
  assert.match(page.text, /<html lang="en"/)
  assert.match(page.text, /Signed in as Ada Öztürk/)
  const elsewhere = site.browser()
  await elsewhere.signIn(email)
  assert.match((await elsewhere.get('/konto')).text, /<html lang="en"/, 'on another device too')
  await browser.post('/konto', { name: 'Ada Öztürk', language: '' })
  assert.match((await browser.get('/konto')).text, /<html lang="de"/)
})

test('the page says where one takes part, and the name becomes public only by one’s own consent', async () => {
  const { browser, accountId } = await signedIn('steering')
  const page = await browser.get('/konto')
  assert.match(page.text, /Landkreis musterkreis/)
  assert.match(page.text, /Mitglied der Steuerungsgruppe/)
  assert.match(page.text, /steht auf keiner öffentlichen Seite/)
  await browser.post('/konto/name-oeffentlich', { municipality: String(site.idOf('musterkreis')), agreed: '1' })
  assert.match((await browser.get('/konto')).text, /darf auf öffentlichen Seiten stehen/)
  const audit = await site.inside('musterkreis', ({ db }) =>
    db.selectFrom('auditEntry').where('accountId', '=', accountId).select(['thingKind', 'act', 'changes']).execute(),
  )
  assert.deepEqual(audit, [
    { thingKind: 'membership', act: 'changed', changes: { nameIsPublic: { from: false, to: true } } },
  ])
  const other = await browser.post('/konto/name-oeffentlich', {
    municipality: String(site.idOf('stillkreis')),
    agreed: '1',
  })
  assert.equal(other.status, 404, 'nobody agrees for a place where they have no role')
})

test('a new password needs the old one, and ends every other session', async () => {
  const { browser, email } = await signedIn('officer')
  const elsewhere = site.browser()
  await elsewhere.signIn(email)
  const wrong = await browser.post('/konto/passwort', {
    currentPassword: 'falsch',
    newPassword: 'ein neues langes Wort',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /id="currentPassword-error"/)
  const short = await browser.post('/konto/passwort', { currentPassword: password, newPassword: 'kurz' })
  assert.match(short.text, /id="newPassword-error"/)
  const done = await browser.post('/konto/passwort', {
    currentPassword: password,
    newPassword: 'ein neues langes Wort',
  })
  assert.equal(done.location, '/konto')
  halfAMinuteLater(elsewhere)
  assert.equal((await elsewhere.get('/konto')).status, 303)
  assert.equal((await browser.get('/konto')).status, 200)
})

test('devices are listed, and one of them is signed out from here, or all', async () => {
  const { browser, email } = await signedIn('officer')
  const phone = site.browser({ 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1' })
  await phone.signIn(email)
  const list = await browser.get('/konto/sitzungen')
  assert.match(list.text, /Firefox auf Linux/)
  assert.match(list.text, /Safari auf iOS/)
  const [, end = ''] = /Safari auf iOS.*?action="([^"]+)"/s.exec(list.text) ?? []
  const stranger = await signedIn('reader')
  assert.equal((await stranger.browser.post(end)).status, 404, 'nobody ends the session of somebody else')
  assert.equal((await browser.post(end)).status, 303)
  halfAMinuteLater(phone)
  assert.equal((await phone.get('/konto')).status, 303)

  await phone.signIn(email)
  await browser.post('/konto/ueberall-abmelden')
  halfAMinuteLater(phone)
  for (const one of [browser, phone]) assert.equal((await one.get('/konto')).status, 303)
})

test('a second factor is set up with a code, asked for afterwards, and recovery codes work once', async () => {
  const { browser, email } = await signedIn('officer')
  const wrong = await browser.post('/konto/zweiter-faktor/neu', { currentPassword: 'falsch' })
  assert.equal(wrong.status, 422)
  const setUp = await browser.post('/konto/zweiter-faktor/neu', { currentPassword: password })
  const secret = /name="secret" value="(\w+)"/.exec(setUp.text)?.[1] ?? ''
  const [recovery = ''] = /name="recoveryCodes" value="([^"]+)"/.exec(setUp.text)?.[1]?.split(' ') ?? []
  assert.match(setUp.text, /<svg class="tw-qr"/)
  const mistyped = await browser.submit(setUp, '/konto/zweiter-faktor', { code: '000000' })
  assert.equal(mistyped.status, 422)
  assert.match(mistyped.text, new RegExp(`value="${secret}"`), 'the same secret: nothing to scan again')
  assert.equal((await browser.submit(mistyped, '/konto/zweiter-faktor', { code: totpCode(secret) })).status, 303)

  const next = site.browser()
  const asked = await next.signIn(email, password, { weiter: '/musterkreis/massnahmen' })
  assert.equal(asked.location, '/anmelden/code?weiter=%2Fmusterkreis%2Fmassnahmen')
  assert.equal((await next.get('/konto')).status, 303, 'not signed in yet')
  const page = await next.get(asked.location)
  const done = await next.submit(page, '/anmelden/code', { code: recovery })
  assert.equal(done.location, '/musterkreis/massnahmen')
  const again = site.browser()
  await again.signIn(email)
  assert.equal((await again.post('/anmelden/code', { code: recovery })).status, 422)
  assert.equal((await again.get('/anmelden/code')).status, 200)

  const fresh = await next.post('/konto/zweiter-faktor/codes', { currentPassword: password })
  assert.equal([...fresh.text.matchAll(/<code>/g)].length, 10)
  const off = await next.post('/konto/zweiter-faktor/aus', { code: totpCode(secret, 1), currentPassword: password })
  assert.equal(off.location, '/konto')
  assert.equal((await site.browser().signIn(email)).location, '/musterkreis')
})

test('without the first step there is no second', async () => {
  const browser = site.browser()
  assert.equal((await browser.get('/anmelden/code')).location, '/anmelden')
  const answer = await browser.post('/anmelden/code', { code: '123456' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /zu viel Zeit vergangen/)
})

test('a passkey is added, signs in with both factors, and is removed', async () => {
  const { browser, email } = await signedIn('officer')
  const key = softwareKey()
  const origin = 'http://localhost:3999'
  const json = async (one: Browser, path: string, body: object) => {
    const answer = await one.send(path, { method: 'POST', body: JSON.stringify(body) })
    return { ...answer, body: JSON.parse(answer.text) as Record<string, string> }
  }
  const offered = await json(browser, '/konto/passkeys/optionen', {})
  assert.equal(offered.headers.get('cache-control'), 'no-store')
  const made = await json(browser, '/konto/passkeys', {
    response: key.register({ options: offered.body, origin }),
    name: 'Diensthandy',
  })
  assert.equal(made.body['location'], '/konto/passkeys')
  const list = await browser.get('/konto/passkeys')
  assert.match(list.text, /Diensthandy/)

  const visitor = site.browser()
  assert.match((await visitor.get('/anmelden')).text, /hidden data-passkey="sign-in"/)
  const asked = await json(visitor, '/anmelden/passkey/optionen', {})
  const done = await json(visitor, '/anmelden/passkey', {
    response: key.authenticate({ options: asked.body, origin }),
    weiter: '/musterkreis/massnahmen',
  })
  assert.equal(done.body['location'], '/musterkreis/massnahmen')
  assert.match((await visitor.get('/konto')).text, new RegExp(email))

  const refused = await json(site.browser(), '/anmelden/passkey', { response: 'unsinn' })
  assert.equal(refused.status, 422)
  assert.match(refused.body['detail'] ?? '', /nicht geklappt/)
  const remove = /action="(\/konto\/passkeys\/[^"]+\/entfernen)"/.exec(list.text)?.[1] ?? ''
  assert.equal((await browser.post(remove)).status, 303)
  assert.match((await browser.get('/konto/passkeys')).text, /noch keinen Passkey/)
})

test('the session cookie is renewed with an ordinary page, and a dead one is cleared away', async () => {
  const { browser, accountId } = await signedIn('reader')
  halfAMinuteLater(browser)
  const page = await browser.get('/musterkreis/massnahmen')
  assert.match(page.headers.getSetCookie().join(), /session_data=[^;]/)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  assert.equal(page.headers.get('x-page-cache'), null)
  await site.services.auth.endSessionsOf(accountId)
  halfAMinuteLater(browser)
  const after = await browser.get('/musterkreis/massnahmen')
  assert.match(after.headers.getSetCookie().join(), /session_token=;/)
})

test('nothing went wrong unseen', () => assert.deepEqual(site.faults, []))
