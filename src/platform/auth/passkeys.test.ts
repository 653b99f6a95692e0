import assert from 'node:assert/strict'
import { test } from 'node:test'
import { softwareKey } from './testing-second-factor.ts'
import { Browser, openHouse, signedInPerson } from './testing.ts'

const house = openHouse()
const { auth } = house

test('a passkey is registered by who is signed in, and signs in with both factors at once', async () => {
  const person = await signedInPerson(house)
  const { browser } = person
  const key = softwareKey()
  const offered = browser.takes(await auth.registrationOptions(browser.headers))
  assert.ok(offered.ok)
  assert.deepEqual(offered.options['rp'], { name: 'Teilhabewerk', id: 'localhost' })
  assert.equal(typeof offered.options['challenge'], 'string')
  assert.deepEqual(Object.keys(offered.options).toSorted(), [
    'attestation',
    'authenticatorSelection',
    'challenge',
    'excludeCredentials',
    'extensions',
    'hints',
    'pubKeyCredParams',
    'rp',
    'timeout',
    'user',
  ])
  const response = key.register({ options: offered.options })
  assert.ok(browser.takes(await auth.verifyRegistration(browser.headers, { response, name: ' Diensthandy ' })).ok)
  const listed = await auth.listPasskeys(browser.headers)
  assert.deepEqual(listed.ok && listed.passkeys.map(({ name }) => name), ['Diensthandy'])

  const visitor = new Browser()
  const asked = visitor.takes(await auth.authenticationOptions(visitor.headers, { address: 'a' }))
  assert.ok(asked.ok)
  assert.equal(asked.options['userVerification'], 'required')
  const proof = key.authenticate({ options: asked.options })
  const answer = visitor.takes(await auth.verifyAuthentication(visitor.headers, { response: proof, address: 'a' }))
  assert.equal(answer.ok && answer.secondFactor, 'done')
  const { session } = await auth.currentSession(visitor.headers)
  assert.deepEqual([session?.email, session?.secondFactor], [person.email, 'done'])

  const again = await auth.verifyAuthentication(visitor.headers, { response: proof, address: 'a' })
  assert.equal(!again.ok && again.code, 'passkey-refused', 'a challenge is answered once')
})

test('a passkey without PIN or fingerprint, for another site, or removed, signs nobody in', async () => {
  const { browser } = await signedInPerson(house)
  const key = softwareKey()
  const offered = browser.takes(await auth.registrationOptions(browser.headers))
  assert.ok(offered.ok)
  const made = await auth.verifyRegistration(browser.headers, {
    response: key.register({ options: offered.options }),
    name: 'Schlüssel',
  })
  assert.ok(made.ok)
  const enter = async (how: { verifiesPerson?: boolean; origin?: string }) => {
    const visitor = new Browser()
    const asked = visitor.takes(await auth.authenticationOptions(visitor.headers, { address: 'a' }))
    assert.ok(asked.ok)
    const response = key.authenticate({ options: asked.options, ...how })
    const answer = await auth.verifyAuthentication(visitor.headers, { response, address: 'a' })
    return answer.ok || answer.code
  }
  assert.equal(await enter({ verifiesPerson: false }), 'passkey-unverified')
  assert.equal(await enter({ origin: 'https://fremd.example' }), 'passkey-refused')
  assert.equal(await enter({}), true)

  const stranger = await signedInPerson(house)
  assert.equal((await auth.removePasskey(stranger.browser.headers, made.passkeyId)).ok, false)
  assert.equal((await auth.removePasskey(browser.headers, made.passkeyId)).ok, true)
  assert.equal(await enter({}), 'passkey-refused')
})

test('passkeys are offered only where browsers have them', () => {
  const at = (baseUrl: string) => openHouse({ baseUrl }).auth.hasPasskeys
  assert.deepEqual(
    [
      'https://teilhabe.kreis.example',
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://teilhabe.kreis.example',
      'https://[::1]:3000',
    ].map(at),
    [true, true, false, false, false],
  )
})
