import assert from 'node:assert/strict'
import { test } from 'node:test'
import { awaitsSecondFactor } from './cookies.ts'
import { totpCode } from './testing-second-factor.ts'
import { Browser, openHouse, ownerPool, password, signedInPerson } from './testing.ts'

const house = openHouse()
const { auth } = house

async function personWithTotp() {
  const person = await signedInPerson(house)
  const { browser } = person
  const started = browser.takes(await auth.startTotp(browser.headers, { password }))
  assert.ok(started.ok)
  const confirmed = browser.takes(await auth.confirmTotp(browser.headers, { code: totpCode(started.secret) }))
  assert.ok(confirmed.ok)
  return { ...person, ...started, headers: undefined }
}

test('an authenticator app is switched on by its first right code, and asked for from then on', async () => {
  const person = await signedInPerson(house)
  const { browser } = person
  const wrong = await auth.startTotp(browser.headers, { password: 'falsch falsch' })
  assert.equal(!wrong.ok && wrong.code, 'wrong-password')

  const started = browser.takes(await auth.startTotp(browser.headers, { password }))
  assert.ok(started.ok)
  assert.match(started.uri, /^otpauth:\/\/totp\/Teilhabewerk/)
  assert.match(started.secret, /^[A-Z2-7]{32,}$/)
  assert.equal(new Set(started.recoveryCodes).size, 10)
  const before = await auth.signInWithPassword(new Headers(), { ...person, password })
  assert.equal(before.ok && before.secondFactor, 'none', 'not yet confirmed')
  const miss = await auth.confirmTotp(browser.headers, { code: '000000' })
  assert.equal(!miss.ok && miss.code, 'wrong-code')

  const other = new Browser()
  other.takes(await auth.signInWithPassword(other.headers, { ...person, password }))
  assert.ok(browser.takes(await auth.confirmTotp(browser.headers, { code: totpCode(started.secret) })).ok)
  assert.equal((await auth.currentSession(browser.headers)).session?.secondFactor, 'done')
  assert.equal((await auth.requireSession(browser.headers)).ok, true)
  assert.equal((await auth.requireSession(other.headers)).ok, false, 'sessions from before end')
  assert.equal((await auth.findAccount(person.accountId))?.hasTotp, true)
})

test('the password alone does not sign in; the code does, and only in the browser that began', async () => {
  const person = await personWithTotp()
  const browser = new Browser()
  const first = browser.takes(await auth.signInWithPassword(browser.headers, { ...person, password }))
  assert.equal(first.ok && first.secondFactor, 'needed')
  assert.doesNotMatch(browser.headers.get('cookie') ?? '', /session_/)
  assert.ok(
    first.headers.getSetCookie().every((line) => !/session_token=[^;]/.test(line)),
    'no session ever leaves',
  )
  assert.equal((await auth.currentSession(browser.headers)).session, undefined)
  assert.equal(awaitsSecondFactor(browser.headers), true)

  const code = totpCode(person.secret)
  const elsewhere = await auth.verifySecondFactor(new Headers(), { code, address: 'a' })
  assert.equal(!elsewhere.ok && elsewhere.code, 'sign-in-expired')
  const miss = await auth.verifySecondFactor(browser.headers, { code: totpCode(person.secret, 40), address: 'a' })
  assert.equal(!miss.ok && miss.code, 'wrong-code')
  assert.ok(
    browser.takes(
      await auth.verifySecondFactor(browser.headers, { code: ` ${code.slice(0, 3)} ${code.slice(3)}`, address: 'a' }),
    ).ok,
  )
  assert.equal((await auth.currentSession(browser.headers)).session?.secondFactor, 'done')
  assert.equal(awaitsSecondFactor(browser.headers), false)
})

test('a mailed link and an invitation ask for the code as well', async () => {
  const person = await personWithTotp()
  await auth.requestMagicLink({ ...person, language: 'de' })
  const token = await house.mailedToken()
  const ways = [
    (headers: Headers) => auth.confirmMagicLink(headers, { token, address: 'a' }),
    (headers: Headers) => auth.startSession(headers, person.accountId),
  ]
  for (const way of ways) {
    const browser = new Browser()
    const answer = browser.takes(await way(browser.headers))
    assert.equal(answer.ok && answer.secondFactor, 'needed')
    assert.ok(answer.headers.getSetCookie().every((line) => !/session_(token|data)=[^;]/.test(line)))
    assert.ok(
      browser.takes(await auth.verifySecondFactor(browser.headers, { code: totpCode(person.secret), address: 'a' })).ok,
    )
    assert.equal((await auth.currentSession(browser.headers)).session?.email, person.email)
  }
})

test('guessing codes ends the sign-in after five, and the account is closed for a while after ten', async () => {
  const person = await personWithTotp()
  const codes: string[] = []
  for (let round = 0; round < 3; round++) {
    const browser = new Browser()
    browser.takes(await auth.signInWithPassword(browser.headers, { ...person, password }))
    for (let i = 0; i < 6; i++) {
      const answer = browser.takes(
        await auth.verifySecondFactor(browser.headers, {
          code: totpCode(person.secret, 90),
          address: `${person.email}${round}`,
        }),
      )
      codes.push(answer.ok ? 'ok' : answer.code)
    }
  }
  const five = Array.from({ length: 5 }, () => 'wrong-code')
  assert.deepEqual(codes.slice(0, 11), [...five, 'sign-in-expired', ...five])
  assert.ok(
    codes.slice(11).every((code) => code === 'too-many'),
    codes.slice(11).join(),
  )
})

test('a recovery code signs in once without the app', async () => {
  const person = await personWithTotp()
  const [code = ''] = person.recoveryCodes
  const enter = async () => {
    const browser = new Browser()
    browser.takes(await auth.signInWithPassword(browser.headers, { ...person, password }))
    return auth.verifySecondFactor(browser.headers, { code: ` ${code} `, address: 'a' })
  }
  assert.equal((await enter()).ok, true)
  const again = await enter()
  assert.equal(!again.ok && again.code, 'wrong-code')

  const renewed = await auth.renewRecoveryCodes(person.browser.headers, { password })
  assert.ok(renewed.ok && renewed.recoveryCodes.every((one) => !person.recoveryCodes.includes(one)))
})

test('the second factor is switched off only with password and code', async () => {
  const person = await personWithTotp()
  const { browser } = person
  const off = (code: string, word: string) => auth.disableTotp(browser.headers, { code, password: word })
  const noCode = await off(totpCode(person.secret, 40), password)
  const noPassword = await off(totpCode(person.secret), 'falsch falsch')
  assert.deepEqual([!noCode.ok && noCode.code, !noPassword.ok && noPassword.code], ['wrong-code', 'wrong-password'])

  assert.ok(browser.takes(await off(totpCode(person.secret), password)).ok)
  assert.equal((await auth.currentSession(browser.headers)).session?.secondFactor, 'none')
  const answer = await auth.signInWithPassword(new Headers(), { ...person, password })
  assert.equal(answer.ok && answer.secondFactor, 'none')
})

test('guessing the code at an open screen is stopped', async () => {
  const person = await personWithTotp()
  const codes: string[] = []
  for (let i = 0; i < 12; i++) {
    const answer = await auth.disableTotp(person.browser.headers, { code: totpCode(person.secret, 90), password })
    codes.push(answer.ok ? 'ok' : answer.code)
  }
  assert.deepEqual([...new Set(codes)], ['wrong-code', 'too-many'])
})

test('the database holds neither the secret of the app nor a recovery code in the clear', async () => {
  const person = await personWithTotp()
  const { rows } = await ownerPool.query<{ row: string }>(
    'select two_factor::text as row from auth.two_factor where user_id = $1',
    [person.accountId],
  )

  assert.equal(rows.length, 1)
  for (const hidden of [person.secret, ...person.recoveryCodes]) assert.ok(!rows[0]?.row.includes(hidden))
})

test('nobody who is signed out gets to second factors, passkeys or passwords', async () => {
  const headers = new Headers()
  const answers = await Promise.all([
    auth.startTotp(headers, {}),
    auth.confirmTotp(headers, { code: '123456' }),
    auth.disableTotp(headers, { code: '123456' }),
    auth.renewRecoveryCodes(headers, {}),
    auth.registrationOptions(headers),
    auth.verifyRegistration(headers, { response: {}, name: '' }),
    auth.listPasskeys(headers),
    auth.removePasskey(headers, 'x'),
    auth.listSessions(headers),
    auth.endSession(headers, 'x'),
    auth.changePassword(headers, { newPassword: password }),
  ])
  for (const answer of answers) assert.equal(!answer.ok && answer.code, 'signed-out')
})
