import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { totpCode } from '#platform/auth/testing-second-factor.ts'
import { Browser, openSite, password, type Site } from './testing.ts'

let site: Site
before(async () => void (site = await openSite()))
after(() => site[Symbol.asyncDispose]())

const measure = {
  number: '9.9',
  title: 'Sprachcafé <b>"Mitte"</b>',
  description: 'Zeile eins\nZeile zwei & drei',
  course: 'GREY',
  state: 'NOT_STARTED',
  targetGroupIds: ['11', '12'],
}

test('a form sent after the session has ended is kept, and one button sends it on after signing in', async () => {
  const { email } = await site.person('officer')
  const browser = site.browser()
  const ended = await browser.post('/musterkreis/massnahmen', measure)
  assert.equal(ended.status, 401)
  assert.equal(ended.headers.get('cache-control'), 'no-store')
  assert.match(ended.text, /Nichts ist verloren/)

  const wrong = await browser.submit(ended, '/anmelden', { email, password: 'falsch falsch falsch' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /passen nicht zusammen/)
  const again = await browser.submit(wrong, '/anmelden', { email, password })
  assert.equal(again.status, 200)
  assert.match(again.text, /Jetzt senden/)

  const sent = await browser.submit(again, '/musterkreis/massnahmen')
  // The two target groups do not exist, so the form comes back with everything: what arrived is what was typed.
  assert.notEqual(sent.status, 401)
  assert.match((await keptAs(again.text)).join(), /11.*12/)
  assert.match(again.text, /value="Zeile eins\r?\nZeile zwei &amp; drei"/)
  assert.match(again.text, /value="Sprachcafé &lt;b>&quot;Mitte&quot;&lt;\/b>"/)
})

const keptAs = async (html: string) =>
  [...html.matchAll(/name="targetGroupIds" value="(\d+)"/g)].map(([, value]) => value)

test('what was typed is really saved', async () => {
  const { email } = await site.person('officer')
  const browser = site.browser()
  const { targetGroupIds: _, ...simple } = measure
  const ended = await browser.post('/musterkreis/massnahmen', { ...simple, number: '9.7' })
  const again = await browser.submit(ended, '/anmelden', { email, password })
  const sent = await browser.submit(again, '/musterkreis/massnahmen')
  assert.match(sent.location, /^\/musterkreis\/massnahmen\/\d+$/)
  assert.match((await browser.get(sent.location)).text, /Sprachcafé &lt;b>/)
})

test('with a second factor the typed form waits for the code, also for the second try', async () => {
  const { email } = await site.person('officer')
  const first = site.browser()
  await first.signIn(email)
  const setUp = await first.post('/konto/zweiter-faktor/neu', { currentPassword: password })
  const secret = /name="secret" value="(\w+)"/.exec(setUp.text)?.[1] ?? ''
  const done = await first.submit(setUp, '/konto/zweiter-faktor', { code: totpCode(secret) })
  assert.equal(done.status, 303)

  const browser = site.browser()
  const ended = await browser.post('/musterkreis/massnahmen', measure)
  const code = await browser.submit(ended, '/anmelden', { email, password })
  assert.equal(code.status, 200)
  const wrong = await browser.submit(code, '/anmelden/code', { code: '000000' })
  assert.equal(wrong.status, 422)
  const again = await browser.submit(wrong, '/anmelden/code', { code: totpCode(secret, 1) })
  assert.match(again.text, /Sprachcafé/)
  assert.match(again.text, /action="\/musterkreis\/massnahmen"/)
})

test('who signs in another way in a second window sends the form from the page that waits', async () => {
  const { email } = await site.person('officer')
  const browser = site.browser()
  const { targetGroupIds: _, ...simple } = measure
  const ended = await browser.post('/musterkreis/massnahmen', { ...simple, number: '9.8' })
  await browser.signIn(email)
  const sent = await browser.submit(ended, '/musterkreis/massnahmen')
  assert.match(sent.location, /^\/musterkreis\/massnahmen\/\d+$/)
})

test('passwords are not carried along, files are named', async () => {
  const body = new FormData()
  body.append('currentPassword', 'geheim geheim')
  body.append('title', 'Plan')
  body.append('file', new File(['a'], 'maßnahmen.xlsx'))
  const answer = await site.app.request('/musterkreis/massnahmen', { method: 'POST', body })
  const text = await answer.text()
  assert.equal(answer.status, 401)
  assert.doesNotMatch(text, /geheim/)
  assert.match(text, /noch einmal auswählen: maßnahmen\.xlsx/)
})

test('a closed municipality keeps a form like one that does not exist: it gives nothing away', async () => {
  for (const slug of ['stillkreis', 'gibtesnicht']) {
    const answer = await site.browser().post(`/${slug}/massnahmen`, measure)
    assert.equal(answer.status, 401, slug)
    assert.doesNotMatch(answer.text, /Landkreis stillkreis/)
    assert.equal((await site.browser().get(`/${slug}/massnahmen`)).status, 404)
  }
})

test('a kept form leads to no other site', async () => {
  const { email } = await site.person('officer')
  for (const action of ['https://boese.example/', '//boese.example', 'javascript:alert(1)']) {
    const kept = JSON.stringify({ action, fields: [['a', 'b']], files: [] })
    const answer = await site.browser().signIn(email, password, { aufgehoben: kept })
    assert.equal(answer.status, 303, action)
    assert.doesNotMatch(answer.text, /boese/)
  }
})

test('machines get a problem instead of a page', async () => {
  const browser = new Browser(site.app, { accept: 'application/json' })
  const answer = await browser.post('/musterkreis/massnahmen', measure)
  assert.equal(answer.status, 401)
  assert.match(answer.headers.get('content-type') ?? '', /problem\+json/)
})

test('staff whose municipality wants a second factor are led to set it up, and lose nothing either', async () => {
  await site.pool.query(`update municipality set second_factor_required = true where slug = 'stillkreis'`)
  site.services.municipalities.forget()
  const { email } = await site.person('officer', 'stillkreis')
  const browser = site.browser()
  assert.equal((await browser.signIn(email)).location, '/konto/zweiter-faktor')
  assert.match((await browser.get('/konto/zweiter-faktor')).text, /Landkreis stillkreis/)
  const asked = await browser.get('/stillkreis/massnahmen/neu')
  assert.equal(asked.location, '/konto/zweiter-faktor?weiter=%2Fstillkreis%2Fmassnahmen%2Fneu')
  const posted = await browser.post('/stillkreis/massnahmen', measure)
  assert.equal(posted.status, 403)
  assert.match(posted.text, /Noch einmal senden/)

  const setUp = await browser.post('/konto/zweiter-faktor/neu', {
    currentPassword: password,
    weiter: '/stillkreis/massnahmen/neu',
  })
  const secret = /name="secret" value="(\w+)"/.exec(setUp.text)?.[1] ?? ''
  const done = await browser.submit(setUp, '/konto/zweiter-faktor', { code: totpCode(secret) })
  assert.equal(done.location, '/stillkreis/massnahmen/neu')
  assert.equal((await browser.get('/stillkreis/massnahmen/neu')).status, 200)

  const reader = await site.person('reader', 'stillkreis')
  assert.equal((await site.browser().signIn(reader.email)).location, '/stillkreis', 'only staff')
})

test('nothing went wrong unseen', () => assert.deepEqual(site.faults, []))
