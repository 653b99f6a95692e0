import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeGreeting } from './greeting.ts'

const config = { publicUrl: 'http://127.0.0.1:3000' }
const account = { email: 'officer@musterkreis.example', password: 'nur-heute-gezeigt' }

test('after the first start the terminal names the municipalities, the roles and the password', () => {
  const text = writeGreeting(config, [{ slug: 'musterkreis', name: 'Musterkreis', isDemo: true }], [account])
  assert.match(text, /http:\/\/127\.0\.0\.1:3000\/musterkreis {2}Musterkreis/)
  assert.match(text, /Rollen: officer, department-head/)
  assert.match(text, /Kennwort: nur-heute-gezeigt/)
})

test('where the examples are gone, no example account is promised', () => {
  const text = writeGreeting(config, [{ slug: 'seenkreis', name: 'Seenkreis', isDemo: false }], [])
  assert.match(text, /\/seenkreis {2}Seenkreis/)
  assert.doesNotMatch(text, /\.example|Kennwort/)
})

test('an empty installation says how the first municipality is made', () => {
  assert.match(writeGreeting(config, [], []), /municipality create/)
})
