import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSite, password, type Site } from './testing.ts'

let site: Site
before(async () => void (site = await openSite()))
after(() => site[Symbol.asyncDispose]())

test('the right password leads to the own municipality, and signing out ends it', async () => {
  const officer = await site.person('officer')
  const browser = site.browser()

  const answer = await browser.signIn(officer.email)
  assert.deepEqual([answer.status, answer.location], [303, '/musterkreis'])
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.match((await browser.get('/musterkreis/massnahmen')).text, /Angemeldet als Person/)

  const out = await browser.post('/abmelden')
  assert.deepEqual([out.status, out.location], [303, '/anmelden'])
  assert.doesNotMatch((await browser.get('/musterkreis/massnahmen')).text, /Angemeldet als/)
})

test('whoever is signed in finds no sign-in page but their own', async () => {
  const reader = await site.person('reader')
  const browser = site.browser()
  await browser.signIn(reader.email)
  assert.equal((await browser.get('/anmelden')).location, '/musterkreis')
  assert.equal((await browser.get('/anmelden?weiter=/musterkreis/massnahmen')).location, '/musterkreis/massnahmen')
  assert.equal((await browser.get('/anmelden?erneut=1')).status, 200)
})

test('after signing in the person is where they were going, and on no other site', async () => {
  const officer = await site.person('officer')
  const asked = await site.browser().get('/musterkreis/massnahmen/neu')
  assert.deepEqual([asked.status, asked.location], [303, '/anmelden?weiter=%2Fmusterkreis%2Fmassnahmen%2Fneu'])
  const table: [weiter: string, location: string][] = [
    ['/musterkreis/massnahmen/neu', '/musterkreis/massnahmen/neu'],
    ['https://boese.example/', '/musterkreis'],
    ['//boese.example', '/musterkreis'],
    ['/.//boese.example', '/musterkreis'],
    ['/abmelden', '/musterkreis'],
    ['/anmelden?weiter=/anmelden', '/musterkreis'],
  ]
  for (const [weiter, location] of table) {
    const answer = await site.browser().signIn(officer.email, password, { weiter })
    assert.equal(answer.location, location, weiter)
  }
})

test('a wrong password, an unknown address and a missing one are refused, and what was typed stays', async () => {
  const { email } = await site.person('officer')
  const wrong = await site.browser().signIn(email, 'falsch falsch falsch')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /passen nicht zusammen/)
  assert.match(wrong.text, new RegExp(`value="${email}"`))
  assert.doesNotMatch(wrong.text, /falsch falsch/)

  const unknown = await site.browser().signIn('niemand@amt.example')
  assert.match(unknown.text, /passen nicht zusammen/)
  const empty = await site.browser().signIn('', '')
  assert.match(empty.text, /Bitte geben Sie Ihre E-Mail-Adresse ein/)
  assert.match(empty.text, /Bitte geben Sie Ihr Kennwort ein/)
})

test('too many wrong passwords: the page says when to try again', async () => {
  const { email } = await site.person('officer')
  for (let i = 0; i < 10; i++) await site.browser().signIn(email, 'falsch falsch falsch')
  const answer = await site.browser().signIn(email)
  assert.equal(answer.status, 429)
  assert.ok(Number(answer.headers.get('retry-after')) > 0)
  assert.match(answer.text, /Bitte versuchen Sie es in \d+ (Minuten?|Sekunden?) wieder/)
})

test('without rights a page of the staff is refused, and nobody else sees a closed municipality', async () => {
  const reader = await site.person('reader')
  const browser = site.browser()
  await browser.signIn(reader.email)
  assert.equal((await browser.get('/musterkreis/massnahmen/neu')).status, 403)
  assert.equal((await browser.get('/musterkreis/personen')).status, 403)
  assert.equal((await browser.get('/stillkreis/massnahmen')).status, 404)
})

test('a role that has ended gives no rights any more', async () => {
  const past = await site.person('officer', 'musterkreis', { endsOn: '2020-01-01' })
  const browser = site.browser()
  assert.equal((await browser.signIn(past.email)).location, '/konto')
  assert.equal((await browser.get('/musterkreis/massnahmen/neu')).status, 403)
})

test('sign-in speaks the language that is asked for, and keeps it in its links', async () => {
  const page = await site.browser().get('/anmelden?sprache=ar&weiter=/musterkreis')
  assert.match(page.text, /<html lang="ar" dir="rtl"/)
  assert.match(page.text, /action="\/anmelden\?sprache=ar"/)
})

test('the demo lists who one can be, and a click fills the address in', async () => {
  await site.pool.query(`update municipality set is_demo = true where slug = 'musterkreis'`)
  await site.services.auth.createAccount({ email: 'officer@musterkreis.example', name: 'B', password, verified: true })
  site.services.municipalities.forget()
  const page = await site.browser().get('/anmelden')
  assert.match(page.text, /\?als=officer%40musterkreis\.example/)
  assert.doesNotMatch(page.text, /reader@musterkreis\.example/)
  assert.match(
    (await site.browser().get('/anmelden?als=officer@musterkreis.example')).text,
    /value="officer@musterkreis\.example"/,
  )
})

test('nothing went wrong unseen', () => assert.deepEqual(site.faults, []))
