import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { client, openIdProvider, type Conduct } from './testing-oidc.ts'
import { totpCode } from './testing-second-factor.ts'
import { Browser, openHouse, ownerPool, password } from './testing.ts'

const provider = await openIdProvider()
after(provider.close)
const settings = { issuer: provider.issuer, ...client }
const house = openHouse({ oidc: settings })

/** One whole way: our button, the provider's page, and back. */
async function comeIn(conduct: Conduct, { auth } = house, browser = new Browser()) {
  provider.behave(conduct)
  const started = browser.takes(await auth.startOidc(browser.headers, { next: '/musterkreis/plan?x=1', address: 'a' }))
  assert.ok(started.ok)
  const back = provider.visit(started.url)
  const answer = browser.takes(await auth.handleOidcCallback(new Request(back, { headers: browser.headers })))
  return { answer, browser, back, url: new URL(started.url) }
}
const codeOf = ({ answer }: { answer: { ok: true } | { ok: false; code: string } }) => (answer.ok ? 'ok' : answer.code)

test('the county’s sign-in lets in whom we know by a verified address, and keeps to where they were going', async () => {
  const person = await house.person({})
  const { answer, browser, url } = await comeIn({ subject: 's1', email: person.email.toUpperCase(), isVerified: true })

  assert.ok(answer.ok)
  assert.equal(answer.next, '/musterkreis/plan?x=1')
  const { session } = await house.auth.currentSession(browser.headers)
  assert.deepEqual([session?.email, session?.name, session?.secondFactor], [person.email, 'Ada Öztürk', 'none'])
  const asked = Object.fromEntries(url.searchParams)
  assert.equal(asked['redirect_uri'], 'http://localhost:3000/anmelden/behoerdenkonto')
  assert.deepEqual(asked['scope']?.split(' ').toSorted(), ['email', 'openid', 'profile'])
  assert.equal(asked['code_challenge_method'], 'S256')
  assert.ok(asked['nonce'] && asked['state'])
})

test('later the provider’s own mark counts, also under a new address; its tokens are not kept', async () => {
  const person = await house.person({})
  await comeIn({ subject: 's2', email: person.email, isVerified: true })
  const { answer, browser } = await comeIn({
    subject: 's2',
    email: 'neuer.name@musterkreis.example',
    isVerified: false,
  })

  assert.ok(answer.ok)
  assert.equal((await house.auth.currentSession(browser.headers)).session?.accountId, person.accountId)
  const { rows } = await ownerPool.query(
    'select provider_id, access_token, refresh_token, id_token from auth.account where user_id = $1',
    [person.accountId],
  )
  assert.deepEqual(rows, [{ provider_id: 'oidc', access_token: null, refresh_token: null, id_token: null }])
})

test('an address that we do not know gets in only when it is invited', async () => {
  const email = 'eingeladen@musterkreis.example'
  assert.equal(codeOf(await comeIn({ subject: 's3', email, isVerified: true })), 'oidc-unknown-account')
  assert.equal(await house.auth.findAccountByEmail(email), undefined)

  const inviting = openHouse({ oidc: { ...settings, isInvited: async (asked) => asked === email } })
  assert.equal(
    codeOf(await comeIn({ subject: 's4', email: 'fremd@musterkreis.example', isVerified: true }, inviting)),
    'oidc-unknown-account',
  )
  assert.equal(codeOf(await comeIn({ subject: 's3', email, isVerified: false }, inviting)), 'oidc-email-unverified')
  assert.equal(await house.auth.findAccountByEmail(email), undefined)
  assert.equal(codeOf(await comeIn({ subject: 's3', email, isVerified: true }, inviting)), 'ok')
  const account = await house.auth.findAccountByEmail(email)
  assert.deepEqual([account?.name, account?.isVerified, account?.hasPassword], ['Ada vom Amt', true, false])
})

test('an address that nobody verified opens no account, neither theirs nor ours', async () => {
  const person = await house.person({})
  assert.equal(codeOf(await comeIn({ subject: 's5', email: person.email, isVerified: false })), 'oidc-email-unverified')
  const open = await house.person({ password, verified: false })
  assert.equal(codeOf(await comeIn({ subject: 's6', email: open.email, isVerified: true })), 'oidc-email-unverified')
})

test('a token with another nonce, key or audience, or none at all, signs nobody in', async () => {
  const person = await house.person({})
  for (const fault of [
    'other-nonce',
    'other-key',
    'other-audience',
    'no-id-token',
    'userinfo-of-another',
    'denies',
  ] as const) {
    const way = await comeIn({ subject: `f-${fault}`, email: person.email, isVerified: true, fault })
    assert.equal(codeOf(way), 'oidc-refused', fault)
    assert.equal((await house.auth.currentSession(way.browser.headers)).session, undefined, fault)
  }
})

test('a provider that tells the address only at its userinfo page is understood', async () => {
  const person = await house.person({})
  assert.equal(
    codeOf(await comeIn({ subject: 's7', email: person.email, isVerified: true, fault: 'email-in-userinfo' })),
    'ok',
  )
})

test('the way back works once, in the browser that began, and with the state that was given', async () => {
  const person = await house.person({})
  const conduct = { subject: 's8', email: person.email, isVerified: true }
  const { back, browser } = await comeIn(conduct)
  const again = await house.auth.handleOidcCallback(new Request(back, { headers: browser.headers }))
  assert.equal(codeOf({ answer: again }), 'sign-in-expired')

  const begun = new Browser()
  const started = begun.takes(await house.auth.startOidc(begun.headers, { address: 'a' }))
  assert.ok(started.ok)
  const address = provider.visit(started.url)
  const elsewhere = await house.auth.handleOidcCallback(new Request(address))
  assert.deepEqual(
    [codeOf({ answer: elsewhere }), elsewhere.headers.getSetCookie().some((line) => /session_token=[^;]/.test(line))],
    ['sign-in-expired', false],
  )
  const other = new URL(address)
  other.searchParams.set('state', 'made-up')
  for (const wrong of [other, new URL(address.pathname, address), new URL('?code=x', address)]) {
    assert.equal(
      codeOf({ answer: await house.auth.handleOidcCallback(new Request(wrong, { headers: begun.headers })) }),
      'sign-in-expired',
    )
  }
})

test('the one way that answers a GET uses up no mailed link, however often a mail filter fetches it', async () => {
  const person = await house.person({})
  await house.auth.requestMagicLink({ ...person, language: 'de' })
  const token = await house.mailedToken()
  const paths = [
    `/anmelden/link/${token}`,
    `/anmelden/magic-link/verify?token=${token}`,
    `/anmelden/behoerdenkonto?state=${token}&code=x&token=${token}`,
  ]
  for (const path of paths) {
    for (let i = 0; i < 5; i++) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await house.auth.handleOidcCallback(new Request(`http://localhost:3000${path}`, { method }))
        assert.equal(answer.ok, false)
      }
    }
  }
  assert.equal((await house.auth.confirmMagicLink(new Headers(), { token, address: 'a' })).ok, true)
})

test('who has an authenticator app is asked for its code after the county’s sign-in too', async () => {
  const person = await house.person()
  const { auth } = house
  const owner = new Browser()
  owner.takes(await auth.signInWithPassword(owner.headers, { ...person, password }))
  const totp = owner.takes(await auth.startTotp(owner.headers, { password }))
  assert.ok(totp.ok && owner.takes(await auth.confirmTotp(owner.headers, { code: totpCode(totp.secret) })).ok)

  const { answer, browser } = await comeIn({ subject: 's9', email: person.email, isVerified: true })
  assert.deepEqual([answer.ok && answer.secondFactor, answer.ok && answer.next], ['needed', '/musterkreis/plan?x=1'])
  assert.equal((await auth.currentSession(browser.headers)).session, undefined)
  assert.ok(
    browser.takes(await auth.verifySecondFactor(browser.headers, { code: totpCode(totp.secret), address: 'a' })).ok,
  )
  assert.equal((await auth.currentSession(browser.headers)).session?.secondFactor, 'done')
})

test('a provider that is away at first is found later, without a restart', async () => {
  const late = openHouse({ oidc: settings })
  provider.goAway(true)
  assert.equal(codeOf({ answer: await late.auth.startOidc(new Headers(), { address: 'a' }) }), 'oidc-unreachable')
  provider.goAway(false)
  assert.equal(codeOf({ answer: await late.auth.startOidc(new Headers(), { address: 'a' }) }), 'ok')
  const wrong = openHouse({ oidc: { ...settings, issuer: `${provider.issuer}/other` } })
  assert.equal(codeOf({ answer: await wrong.auth.startOidc(new Headers(), { address: 'a' }) }), 'oidc-unreachable')
})

test('without a setting there is no such way in', async () => {
  const { auth } = openHouse()
  assert.equal(auth.hasOidc, false)
  assert.equal(codeOf({ answer: await auth.startOidc(new Headers(), { address: 'a' }) }), 'oidc-off')
  assert.equal(
    codeOf({
      answer: await auth.handleOidcCallback(
        new Request('http://localhost:3000/anmelden/behoerdenkonto?code=x&state=y'),
      ),
    }),
    'oidc-off',
  )
})
