import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localPath } from './local-path.ts'
import { Browser, openHouse, ownerPool, password, signedInPerson } from './testing.ts'

const house = openHouse()
const { auth } = house
const newPassword = 'ganz andere Wörter hier'
const expireLinks = () => ownerPool.query(`update auth.verification set expires_at = now() - interval '1 second'`)

test('a mailed link leads to our page with the button, and its POST signs in once', async () => {
  const person = await house.person({})
  const next = '/musterkreis/massnahmen?feld=2'
  assert.equal((await auth.requestMagicLink({ ...person, language: 'en', next })).ok, true)
  const token = await house.mailedToken()
  const mail = house.mails.at(-1)
  assert.deepEqual(
    [mail?.kind, mail?.to, mail?.name, mail?.language, mail?.minutes],
    ['link', person.email, 'Ada Öztürk', 'en', 15],
  )
  const url = new URL(mail?.url ?? '')
  assert.equal(url.origin + url.pathname, `http://localhost:3000/anmelden/link/${token}`)
  assert.equal(url.searchParams.get('weiter'), next)

  const browser = new Browser()
  assert.ok(browser.takes(await auth.confirmMagicLink(browser.headers, { token, address: 'a' })).ok)
  assert.equal((await auth.currentSession(browser.headers)).session?.email, person.email)

  const again = await auth.confirmMagicLink(new Headers(), { token, address: 'a' })
  assert.deepEqual([again.ok, !again.ok && again.code, again.headers.getSetCookie()], [false, 'link-invalid', []])
})

test('a link that is too old, made up or cut off signs nobody in', async () => {
  const person = await house.person({})
  await auth.requestMagicLink({ ...person, language: 'de' })
  const token = await house.mailedToken()
  await expireLinks()
  for (const tried of [token, token.slice(1), 'x'.repeat(32), '', '%00', "' or 1=1"]) {
    const answer = await auth.confirmMagicLink(new Headers(), { token: tried, address: 'a' })
    assert.equal(!answer.ok && answer.code, 'link-invalid', tried)
  }
})

test('asking for a link tells nobody whether there is such an account', async () => {
  const person = await house.person({})
  const sent = house.mails.length
  const known = await auth.requestMagicLink({ email: person.email, address: 'b', language: 'de' })
  const unknown = await auth.requestMagicLink({ email: 'niemand@musterkreis.example', address: 'b', language: 'de' })
  const reset = await auth.requestPasswordReset({ email: 'niemand@musterkreis.example', address: 'b', language: 'de' })
  await auth.settled()

  const plain = { ok: true, headers: [] }
  for (const answer of [known, unknown, reset]) assert.deepEqual({ ...answer, headers: [...answer.headers] }, plain)
  assert.deepEqual(
    house.mails.slice(sent).map(({ to }) => to),
    [person.email],
  )
})

test('nobody gets a fourth link within five minutes, known or not', async () => {
  const person = await house.person({})
  for (const email of [person.email, 'fremd@musterkreis.example']) {
    const codes = []
    for (let i = 0; i < 4; i++) {
      const answer = await auth.requestMagicLink({ email, address: `c${i}${email}`, language: 'de' })
      codes.push(answer.ok ? 'sent' : `${answer.code} ${answer.retryAfterSeconds}`)
    }
    assert.deepEqual(codes, ['sent', 'sent', 'sent', 'too-many 300'])
  }
})

test('after signing in a person goes on to a path of ours and never to another site', async () => {
  const cases: [string, string | undefined][] = [
    ['/musterkreis/plan?x=1#a', '/musterkreis/plan?x=1#a'],
    ['/a/../b', '/b'],
    ['https://fremd.example/', undefined],
    ['//fremd.example', undefined],
    ['/\\fremd.example', undefined],
    ['/\t/fremd.example', undefined],
    ['/.//fremd.example', undefined],
    ['/a/..//fremd.example', undefined],
    ['javascript:alert(1)', undefined],
    ['fremd.example', undefined],
    ['', undefined],
  ]
  for (const [next, expected] of cases) assert.equal(localPath(next), expected, next)

  const person = await house.person({})
  await auth.requestMagicLink({ ...person, language: 'de', next: '/.//fremd.example' })
  await house.mailedToken()
  assert.doesNotMatch(house.mails.at(-1)?.url ?? '', /fremd/)
})

test('the database holds no token that would open a mailed link', async () => {
  const person = await house.person()
  await auth.requestMagicLink({ ...person, language: 'de' })
  const link = await house.mailedToken()
  await auth.requestPasswordReset({ ...person, language: 'de' })
  const reset = await house.mailedToken()
  const { rows } = await ownerPool.query<{ row: string }>('select verification::text as row from auth.verification')

  for (const { row } of rows) assert.ok(!row.includes(link) && !row.includes(reset))
})

test('a mail server that is away is written to the log and not to the visitor', async () => {
  const broken = openHouse({ sendMail: () => Promise.reject(new Error('no mail server')) })
  const person = await broken.person()
  assert.equal((await broken.auth.requestMagicLink({ ...person, language: 'de' })).ok, true)
  assert.equal((await broken.auth.requestPasswordReset({ ...person, language: 'de' })).ok, true)
  await broken.auth.settled()

  assert.equal(broken.logged.filter((line) => line.endsWith('no mail server')).length, 2)
  assert.ok(broken.logged.every((line) => !line.includes(person.email)))
})

test('a forgotten password is replaced by a mailed link, once, and every session ends', async () => {
  const person = await signedInPerson(house)
  await auth.requestPasswordReset({ ...person, language: 'de' })
  const token = await house.mailedToken()
  assert.equal(house.mails.at(-1)?.url, `http://localhost:3000/anmelden/passwort/${token}`)
  const reset = (word: string) => auth.resetPassword({ token, newPassword: word, address: 'a' })

  const short = await reset('zu kurz')
  assert.equal(!short.ok && short.code, 'password-too-short')
  const done = await reset(newPassword)
  assert.deepEqual(
    [done.ok, done.headers.getSetCookie()],
    [true, []],
    'a refused password leaves the link; nobody is signed in',
  )
  const again = await reset(newPassword)
  assert.equal(!again.ok && again.code, 'link-invalid')
  assert.equal((await auth.requireSession(person.browser.headers)).ok, false)
  assert.equal((await auth.signInWithPassword(new Headers(), { ...person, password })).ok, false)
  assert.equal((await auth.signInWithPassword(new Headers(), { ...person, password: newPassword })).ok, true)
})

test('a link for a new password is worthless after its hour', async () => {
  const person = await house.person()
  await auth.requestPasswordReset({ ...person, language: 'de' })
  const token = await house.mailedToken()
  await expireLinks()
  const answer = await auth.resetPassword({ token, newPassword, address: 'a' })

  assert.equal(!answer.ok && answer.code, 'link-invalid')
})

test('changing the password asks for the old one, keeps this session and ends the others', async () => {
  const person = await signedInPerson(house)
  const other = new Browser()
  other.takes(await auth.signInWithPassword(other.headers, { ...person, password }))
  const { headers } = person.browser

  const wrong = await auth.changePassword(headers, { currentPassword: 'falsch falsch', newPassword })
  assert.equal(!wrong.ok && wrong.code, 'wrong-password')
  const missing = await auth.changePassword(headers, { newPassword })
  assert.equal(!missing.ok && missing.code, 'wrong-password')
  assert.equal((await auth.changePassword(headers, { currentPassword: password, newPassword })).ok, true)
  assert.equal((await auth.requireSession(headers)).ok, true)
  assert.equal((await auth.requireSession(other.headers)).ok, false)
  assert.equal((await auth.signInWithPassword(new Headers(), { ...person, password: newPassword })).ok, true)
})

test('who came by link may set a first password', async () => {
  const person = await house.person({})
  const browser = new Browser()
  browser.takes(await auth.startSession(browser.headers, person.accountId))

  assert.equal((await auth.changePassword(browser.headers, { newPassword })).ok, true)
  assert.equal((await auth.signInWithPassword(new Headers(), { ...person, password: newPassword })).ok, true)
})

test('a password set by the office ends every session; for an unknown account it is refused', async () => {
  const person = await signedInPerson(house)
  assert.equal((await auth.setPassword(person.accountId, newPassword)).ok, true)

  assert.equal((await auth.requireSession(person.browser.headers)).ok, false)
  assert.equal((await auth.signInWithPassword(new Headers(), { ...person, password: newPassword })).ok, true)
  const unknown = await auth.setPassword('00000000-0000-4000-8000-000000000000', newPassword)
  assert.equal(!unknown.ok && unknown.code, 'not-found')
})

test('the retention job removes what has run out and nothing else', async () => {
  const person = await signedInPerson(house)
  await auth.requestMagicLink({ ...person, language: 'de' })
  const token = await house.mailedToken()
  await auth.removeExpired(new Date())
  assert.equal(await auth.removeExpired(new Date()), 0)
  assert.equal((await auth.requireSession(person.browser.headers)).ok, true)

  assert.ok((await auth.removeExpired(new Date(Date.now() + 8 * 86_400_000))) > 0)
  assert.equal((await auth.requireSession(person.browser.headers)).ok, false)
  assert.equal((await auth.confirmMagicLink(new Headers(), { token, address: 'a' })).ok, false)
})
