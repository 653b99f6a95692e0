import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress } from './client-address.ts'
import { createRateLimiter, takeAll } from './rate-limit.ts'

const rate = { limit: 3, windowSeconds: 60 }
const clock = () => {
  let time = 1_000_000
  return { now: () => time, pass: (seconds: number) => (time += seconds * 1000) }
}

test('three tries a minute: the fourth is told how long to wait, and after that it may', () => {
  const time = clock()
  const limiter = createRateLimiter({ now: time.now })
  for (let i = 0; i < 3; i++) assert.deepEqual(limiter.take({ key: 'ada', ...rate }), { ok: true })

  assert.deepEqual(limiter.take({ key: 'ada', ...rate }), { ok: false, retryAfterSeconds: 20 })
  time.pass(19.5)
  assert.deepEqual(limiter.take({ key: 'ada', ...rate }), { ok: false, retryAfterSeconds: 1 })
  time.pass(0.5)
  assert.deepEqual(limiter.take({ key: 'ada', ...rate }), { ok: true })
  assert.equal(limiter.take({ key: 'ada', ...rate }).ok, false)
})

test('knocking on during the wait does not make it longer', () => {
  const time = clock()
  const limiter = createRateLimiter({ now: time.now })
  for (let i = 0; i < 50; i++) limiter.take({ key: 'ada', ...rate })
  time.pass(20)

  assert.equal(limiter.take({ key: 'ada', ...rate }).ok, true)
})

test('one person at the limit does not stop another', () => {
  const limiter = createRateLimiter()
  for (let i = 0; i < 4; i++) limiter.take({ key: 'ada', ...rate })

  assert.equal(limiter.take({ key: 'ada', ...rate }).ok, false)
  assert.equal(limiter.take({ key: 'bela', ...rate }).ok, true)
})

test('what was given back does not count', () => {
  const limiter = createRateLimiter()
  for (let i = 0; i < 100; i++) {
    assert.equal(limiter.take({ key: 'ada', ...rate }).ok, true)
    limiter.giveBack({ key: 'ada', ...rate })
  }
  assert.equal(limiter.size, 0)
})

test('a try that a second limit refuses is not counted by the first', () => {
  const limiter = createRateLimiter()
  const both = [
    { key: 'house', limit: 2, windowSeconds: 60 },
    { key: 'ada', limit: 1, windowSeconds: 60 },
  ]
  assert.equal(takeAll(limiter, both).ok, true)
  for (let i = 0; i < 5; i++) assert.equal(takeAll(limiter, both).ok, false)

  assert.equal(limiter.take({ key: 'house', limit: 2, windowSeconds: 60 }).ok, true)
})

test('a flood of strangers fills no more than its room, and who came last is remembered', () => {
  const limiter = createRateLimiter({ maxKeys: 100 })
  for (let i = 0; i < 5000; i++) limiter.take({ key: `stranger ${i} ${'x'.repeat(1000)}`, limit: 1, windowSeconds: 60 })

  assert.equal(limiter.size, 100)
  assert.equal(limiter.take({ key: `stranger 4999 ${'x'.repeat(1000)}`, limit: 1, windowSeconds: 60 }).ok, false)
})

test('the address is the one our own proxies saw, never one that the visitor wrote', () => {
  const forwarded = (value: string) => new Headers({ 'x-forwarded-for': value })
  const cases: [Headers, string | undefined, number, string][] = [
    [forwarded('1.1.1.1'), '192.0.2.7', 0, '192.0.2.7'],
    [forwarded('6.6.6.6, 203.0.113.5'), '10.0.0.1', 1, '203.0.113.5'],
    [forwarded('6.6.6.6, 203.0.113.5, 10.0.0.2'), '10.0.0.1', 2, '203.0.113.5'],
    [forwarded('nonsense'), '10.0.0.1', 1, '10.0.0.1'],
    [new Headers(), '::ffff:192.0.2.7', 0, '192.0.2.7'],
    [new Headers(), '2001:db8:1:2:aaaa::1', 0, '2001:db8:1:2::/64'],
    [new Headers(), '2001:db8:1:2:bbbb:0:0:9', 0, '2001:db8:1:2::/64'],
    [new Headers(), '::1', 0, '0:0:0:0::/64'],
    [new Headers(), undefined, 0, ''],
  ]
  for (const [headers, socket, proxies, expected] of cases)
    assert.equal(clientAddress(headers, socket, proxies), expected)
})
