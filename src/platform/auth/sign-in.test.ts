import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { getMigrations } from 'better-auth/db/migration'
import { engineOptions } from './engine.ts'
import { hashPassword, isPassword } from './password.ts'
import { appPool, baseUrl, Browser, openHouse, ownerPool, password, secret, signedInPerson } from './testing.ts'

const house = openHouse()
const { auth } = house

test('better-auth finds every table, column and index that it expects, as the role of the app', async () => {
  const unused = { log: () => undefined, mailMagicLink: async () => undefined }
  for (const pool of [ownerPool, appPool]) {
    const options = engineOptions({ pool, secret, baseUrl, appName: 'Test', ...unused })
    const { toBeCreated, toBeAdded } = await getMigrations(options)
    assert.deepEqual([toBeCreated, toBeAdded], [[], []])
  }
})

test('the hash of a password is Argon2id with a salt of its own and fits only its password', async () => {
  const [one, two] = await Promise.all([hashPassword(password), hashPassword(password)])
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.notEqual(one, two)
  assert.equal(await isPassword(password, one), true)
  assert.equal(await isPassword(password.normalize('NFD'), one), true, 'ö typed as o and two dots')
  assert.equal(await isPassword(`${password} `, one), false)
  assert.equal(await isPassword(password, 'scrypt:abc'), false)
})

test('the right password signs in, and the session says who it is', async () => {
  const person = await house.person()
  const browser = new Browser()
  const answer = browser.takes(
    await auth.signInWithPassword(browser.headers, { ...person, email: ` ${person.email.toUpperCase()} `, password }),
  )
  assert.ok(answer.ok)
  assert.equal(answer.secondFactor, 'none')
  assert.ok(answer.headers.getSetCookie().every((line) => /HttpOnly/i.test(line) && /SameSite=Lax/i.test(line)))

  const { session } = await auth.currentSession(browser.headers)
  assert.deepEqual(
    [session?.accountId, session?.email, session?.name, session?.secondFactor],
    [person.accountId, person.email, 'Ada Öztürk', 'none'],
  )
})

test('a wrong password, an unknown address and nonsense are refused alike', async () => {
  const person = await house.person()
  const passwordless = await house.person({})
  for (const email of [person.email, passwordless.email, 'niemand@musterkreis.example', 'nonsense', '']) {
    const answer = await auth.signInWithPassword(new Headers(), { email, password: `${password}!`, address: 'a' })
    assert.deepEqual({ ...answer, headers: [...answer.headers] }, { ok: false, code: 'wrong-credentials', headers: [] })
  }
})

test('ten wrong passwords close an account for a while, also to the right one; other accounts stay open', async () => {
  const limited = openHouse()
  const person = await limited.person()
  const other = await limited.person()
  const attempt = (account: { email: string }, word: string, address: string) =>
    limited.auth.signInWithPassword(new Headers(), { email: account.email, password: word, address })
  for (let i = 0; i < 10; i++) assert.equal((await attempt(person, 'wrong wrong wrong', `10.0.0.${i}`)).ok, false)

  const answer = await attempt(person, password, '10.0.0.99')
  assert.ok(!answer.ok && answer.code === 'too-many' && (answer.retryAfterSeconds ?? 0) > 0)
  assert.equal((await attempt(other, password, '10.0.0.99')).ok, true)
})

test('one address that tries many accounts is stopped, while right passwords never count', async () => {
  const limited = openHouse()
  const person = await limited.person()
  for (let i = 0; i < 12; i++) {
    assert.equal(
      (await limited.auth.signInWithPassword(new Headers(), { ...person, address: 'office', password })).ok,
      true,
    )
  }
  const codes = new Set<string>()
  for (let i = 0; i < 31; i++) {
    const answer = await limited.auth.signInWithPassword(new Headers(), {
      email: `x${i}@y.example`,
      password,
      address: 'thief',
    })
    codes.add(answer.ok ? 'ok' : answer.code)
  }
  assert.deepEqual([...codes], ['wrong-credentials', 'too-many'])
})

test('an unverified account cannot sign in, and gets neither a sign-in link nor a password link', async () => {
  const quiet = openHouse()
  const person = await quiet.person({ password, verified: false })
  const answer = await quiet.auth.signInWithPassword(new Headers(), { ...person, password })
  assert.equal(!answer.ok && answer.code, 'email-unverified')

  assert.equal((await quiet.auth.requestMagicLink({ ...person, language: 'de' })).ok, true)
  assert.equal((await quiet.auth.requestPasswordReset({ ...person, language: 'de' })).ok, true)
  await quiet.auth.settled()
  assert.deepEqual(quiet.mails, [])

  await quiet.auth.requestEmailVerification({ ...person, language: 'de' })
  const token = await quiet.mailedToken()
  assert.equal((await quiet.auth.verifyEmail({ token, address: 'a' })).ok, true)
  assert.equal((await quiet.auth.verifyEmail({ token, address: 'a' })).ok, false, 'a link works once')
  assert.equal(
    (await quiet.auth.signInWithPassword(new Headers(), { ...person, password })).ok,
    true,
    'with the old password',
  )
})

test('signing out ends the session and clears the cookies', async () => {
  const { browser } = await signedInPerson(house)
  const before = browser.headers
  browser.takes(await auth.signOut(browser.headers))

  assert.equal((await auth.currentSession(browser.headers)).session, undefined)
  assert.equal((await auth.requireSession(before)).ok, false, 'the old cookies are worthless too')
})

test('signing out everywhere ends the session on every device', async () => {
  const person = await signedInPerson(house)
  const other = new Browser()
  other.takes(await auth.signInWithPassword(other.headers, { ...person, password }))
  const listed = await auth.listSessions(person.browser.headers)
  assert.deepEqual(listed.ok && listed.sessions.map(({ isCurrent, userAgent }) => [isCurrent, userAgent]), [
    [true, 'Testbrowser'],
    [false, 'Testbrowser'],
  ])

  await auth.signOutEverywhere(person.browser.headers)

  for (const { headers } of [person.browser, other]) assert.equal((await auth.requireSession(headers)).ok, false)
})

test('a session that was withdrawn ends within half a minute, and at once for anything that matters', async () => {
  const { browser, accountId } = await signedInPerson(house)
  await auth.endSessionsOf(accountId)

  assert.equal((await auth.requireSession(browser.headers)).ok, false)
  const later = Date.now() + 31_000
  mock.timers.enable({ apis: ['Date'], now: later })
  try {
    const answer = browser.takes(await auth.currentSession(browser.headers))
    assert.equal(answer.session, undefined)
  } finally {
    mock.timers.reset()
  }
  assert.doesNotMatch(browser.headers.get('cookie') ?? '', /session/, 'dead cookies are cleared away')
})

test('ending one session of another person is not possible', async () => {
  const ada = await signedInPerson(house)
  const bela = await signedInPerson(house)
  const { session } = await auth.currentSession(bela.browser.headers)

  assert.equal((await auth.endSession(ada.browser.headers, session?.sessionId ?? '')).ok, false)
  assert.equal((await auth.requireSession(bela.browser.headers)).ok, true)
  assert.equal((await auth.endSession(bela.browser.headers, session?.sessionId ?? '')).ok, true)
  assert.equal((await auth.requireSession(bela.browser.headers)).ok, false)
})

test('a cookie that somebody changed belongs to nobody', async () => {
  const { browser } = await signedInPerson(house)
  const changed = new Headers({
    cookie: (browser.headers.get('cookie') ?? '').replace(/(session_token=)./, '$1_').replace(/session_data=[^;]*/, ''),
  })

  assert.equal((await auth.currentSession(changed)).session, undefined)
})

test('no address of a visitor is kept with the session', async () => {
  const person = await house.person()
  const headers = new Headers({ 'x-forwarded-for': '203.0.113.9' })
  await auth.signInWithPassword(headers, { ...person, password })
  const { rows } = await ownerPool.query('select ip_address from auth.session where user_id = $1', [person.accountId])

  assert.deepEqual(rows, [{ ip_address: '' }])
})

test('an invited person is signed in by the button of the invitation, without a password', async () => {
  const person = await house.person({})
  const browser = new Browser()
  const answer = browser.takes(await auth.startSession(browser.headers, person.accountId))

  assert.ok(answer.ok)
  assert.equal((await auth.currentSession(browser.headers)).session?.email, person.email)
})

test('an address has one account, whatever its letters; short and endless passwords are refused', async () => {
  const person = await house.person()
  const create = async (email: string, word: string) => {
    const answer = await auth.createAccount({ email, name: 'X', password: word, verified: true })
    return answer.ok || answer.code
  }
  assert.equal(await create(person.email.toUpperCase(), password), 'email-taken')
  assert.equal(await create('neu@musterkreis.example', 'elf Zeichen'), 'password-too-short')
  assert.equal(await create('neu@musterkreis.example', 'x'.repeat(129)), 'password-too-long')
  assert.equal(await create('kein Postfach', password), 'email-invalid')
  assert.equal(await auth.findAccountByEmail('neu@musterkreis.example'), undefined)
})

test('a removed account is gone with its sessions and passwords', async () => {
  const { browser, accountId, email, address } = await signedInPerson(house)
  assert.equal(await auth.deleteAccount(accountId), true)

  assert.equal(await auth.deleteAccount(accountId), false)
  assert.equal((await auth.requireSession(browser.headers)).ok, false)
  assert.equal((await auth.signInWithPassword(new Headers(), { email, address, password })).ok, false)
})

test('better-auth itself cannot be reached: what we hand out has no handler that would answer a GET', () => {
  for (const name of ['handler', 'fetch', 'api', 'engine', '$context']) assert.equal(name in auth, false, name)
})
