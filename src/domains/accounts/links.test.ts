import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isForExamples } from './model/mails.ts'
import { openSite, password, type Site } from './testing.ts'

let site: Site
before(async () => void (site = await openSite()))
after(() => site[Symbol.asyncDispose]())

/** What mail filters do before the person clicks: every link five times, by GET and by HEAD, without cookies. */
async function fetchedByFilters(path: string) {
  for (let i = 0; i < 5; i++) {
    const page = await site.browser().get(path)
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.headers.get('set-cookie') ?? '', /session_token=[^;]/, 'a GET signs nobody in')
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.equal((await site.browser().head(path)).status, 200)
  }
}
const pathOf = (link: string | undefined) => {
  const { pathname, search } = new URL(link ?? 'none:')
  return pathname + search
}

test('a link to sign in works after mail filters have fetched it, once, and only by its button', async () => {
  const { email } = await site.person('officer')
  const browser = site.browser()
  const asked = await browser.post('/anmelden/link', { email, weiter: '/musterkreis/massnahmen' })
  assert.match(asked.text, /Sehen Sie in Ihr Postfach/)
  const [mail] = await site.mailsTo(email)
  const path = pathOf(mail?.links[0])
  await fetchedByFilters(path)

  const page = await browser.get(path)
  const answer = await browser.submit(page, path.split('?')[0] ?? '')
  assert.deepEqual([answer.status, answer.location], [303, '/musterkreis/massnahmen'])
  assert.match((await browser.get('/konto')).text, new RegExp(email))

  const again = await site.browser().post(path)
  assert.equal(again.status, 422)
  assert.match(again.text, /Dieser Link gilt nicht mehr/)
})

test('nobody learns whether there is an account, and nonsense is no address', async () => {
  const { email } = await site.person('reader')
  const texts = await Promise.all(
    [email, 'niemand@amt.example'].map(async (one) =>
      (await site.browser().post('/anmelden/link', { email: one })).text.replaceAll(one, 'X'),
    ),
  )
  assert.equal(texts[0], texts[1])
  assert.deepEqual(await site.mailsTo('niemand@amt.example'), [])
  const wrong = await site.browser().post('/anmelden/passwort', { email: 'unsinn' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /value="unsinn"/)
})

test('after the third mail in a row the page says when to try again', async () => {
  const { email } = await site.person('reader')
  for (let i = 0; i < 3; i++) await site.browser().post('/anmelden/passwort', { email })
  const answer = await site.browser().post('/anmelden/passwort', { email })
  assert.equal(answer.status, 429)
  assert.match(answer.text, /versuchen Sie es in/)
})

test('a forgotten password is replaced by the button of its link, and every device is signed out', async () => {
  const { email } = await site.person('officer')
  const elsewhere = site.browser()
  await elsewhere.signIn(email)
  await site.browser().post('/anmelden/passwort?sprache=en', { email })
  const [mail] = await site.mailsTo(email)
  assert.equal(mail?.subject, 'Choose a new password')
  const path = pathOf(mail?.links[0])
  await fetchedByFilters(path)

  const short = await site.browser().post(path, { newPassword: 'kurz' })
  assert.equal(short.status, 422)
  assert.match(short.text, /mindestens 12 Zeichen/)
  const done = await site.browser().post(path, { newPassword: 'ganz neue lange Wörter' })
  assert.deepEqual([done.status, done.location], [303, '/anmelden'])

  assert.equal((await site.browser().signIn(email)).status, 422, 'the old one')
  assert.equal((await site.browser().signIn(email, 'ganz neue lange Wörter')).status, 303)
  assert.equal((await site.browser().post(path, { newPassword: 'noch einmal andere Wörter' })).status, 422)
  const { headers } = elsewhere
  headers.set('cookie', (headers.get('cookie') ?? '').replace(/teilhabewerk\.session_data=[^;]*;? ?/, ''))
  assert.match((await elsewhere.get('/konto')).location, /^\/anmelden\?weiter=/)
})

test('a new address counts when its link is confirmed; the old one is told', async () => {
  const { email } = await site.person('officer')
  const browser = site.browser()
  await browser.signIn(email)
  const wrong = await browser.post('/konto/adresse', { newEmail: 'neu@amt.example', currentPassword: 'falsch' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Das Kennwort stimmt nicht/)
  assert.match(wrong.text, /value="neu@amt\.example"/)

  const asked = await browser.post('/konto/adresse', { newEmail: 'Neu@amt.example', currentPassword: password })
  assert.equal(asked.location, '/konto')
  const [mail] = await site.mailsTo('neu@amt.example')
  const path = pathOf(mail?.links[0])
  await fetchedByFilters(path)
  assert.equal((await site.browser().signIn('neu@amt.example')).status, 422, 'not yet')

  assert.equal((await browser.post(path)).status, 303)
  assert.equal((await site.browser().signIn('neu@amt.example')).status, 303)
  assert.equal((await site.browser().signIn(email)).status, 422)
  assert.match((await site.mailsTo(email))[0]?.subject ?? '', /Adresse wurde geändert/)
  assert.equal((await browser.post(path)).status, 422, 'used up')
})

test('an address that another account has gets no mail, and the page does not say so', async () => {
  const [one, other] = [await site.person('officer'), await site.person('reader')]
  const browser = site.browser()
  await browser.signIn(one.email)
  const asked = await browser.post('/konto/adresse', { newEmail: other.email, currentPassword: password })
  assert.equal(asked.location, '/konto')
  assert.deepEqual(await site.mailsTo(other.email), [])
})

test('an unverified address gets a link to confirm it when its owner signs in', async () => {
  const email = 'unbestaetigt@amt.example'
  await site.services.auth.createAccount({ email, name: 'U', password, verified: false })
  const answer = await site.browser().signIn(email)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /noch nicht bestätigt/)
  const path = pathOf((await site.mailsTo(email))[0]?.links[0])
  await fetchedByFilters(path)
  assert.equal((await site.browser().post(path)).status, 303)
  assert.equal((await site.browser().signIn(email)).status, 303)
})

test('mails in the folder are read on a page in the demo, and are not there on a public instance', async () => {
  const { email } = await site.person('reader')
  await site.browser().post('/anmelden/link', { email })
  await site.mailsTo(email)
  const list = await site.browser().get('/mail')
  assert.equal(list.status, 200)
  const id = /href="(\/mail\/[^"]+)"/.exec(list.text)?.[1] ?? ''
  assert.match((await site.browser().get(id)).text, /<a href="http:\/\/127\.0\.0\.1:3999\/anmelden\//)
  assert.equal((await site.browser().get('/mail/..%2F..%2Fetc%2Fpasswd')).status, 404)

  // Examples that administer the instance are a way to the mails of everybody: theirs are not read either.
  const boss = await site.person()
  await site.pool.query('insert into instance_admin (account_id) values ($1)', [boss.accountId])
  await site.browser().post('/anmelden/passwort', { email: boss.email })
  await site.mailsTo(boss.email)
  assert.ok(!(await site.browser().get('/mail')).text.includes(boss.email))

  await using open = await openSite({ PUBLIC_URL: 'https://teilhabe.kreis.example' })
  assert.equal((await open.browser().get('/mail')).status, 404)
  const admin = await open.person()
  await open.pool.query('insert into instance_admin (account_id) values ($1)', [admin.accountId])
  const browser = open.browser({ origin: 'https://teilhabe.kreis.example' })
  await browser.signIn(admin.email)
  assert.equal((await browser.get('/mail')).status, 200)
})

test('nobody but the instance admin reads a mail to a real address, in the list or by its own address', async () => {
  const email = 'leiterin@kreis-wirklich.de'
  await site.services.auth.createAccount({ email, name: 'L', password, verified: true })
  await site.browser().post('/anmelden/passwort', { email })
  const [mail] = await site.mailsTo(email)
  assert.ok(mail)
  const { email: officer } = await site.person('officer')
  const signedIn = site.browser()
  await signedIn.signIn(officer)
  for (const browser of [site.browser(), signedIn]) {
    const list = await browser.get('/mail')
    assert.ok(!list.text.includes(email))
    assert.match(list.text, /nur E-Mails an erfundene Personen/)
    assert.equal((await browser.get(`/mail/${mail.id}`)).status, 404)
  }
  const admin = await site.person()
  await site.pool.query('insert into instance_admin (account_id) values ($1)', [admin.accountId])
  const browser = site.browser()
  await browser.signIn(admin.email)
  assert.ok((await browser.get('/mail')).text.includes(email))
  assert.equal((await browser.get(`/mail/${mail.id}`)).status, 200)
})

test('an address only looks like an example when it ends in .example itself', () => {
  const none = new Set<string>()
  assert.equal(isForExamples(['a@kreis.example'], none), true)
  for (const wrong of ['a@kreis.example.de', 'a@example.com', 'a@xexample', 'a.example', '"x@y.example"@kreis.de'])
    assert.equal(isForExamples([wrong], none), false, wrong)
  assert.equal(isForExamples(['a@kreis.example', 'b@kreis.de'], none), false)
  assert.equal(isForExamples([], none), false)
  assert.equal(isForExamples(['Chef@kreis.example'], new Set(['chef@kreis.example'])), false)
})

test('nothing went wrong unseen', () => assert.deepEqual(site.faults, []))
