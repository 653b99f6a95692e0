import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '#app/app.ts'
import { createMetrics } from '#platform/metrics/metrics.ts'
import { readiness } from '#platform/readiness.ts'
import { openOffice } from '#tests/office.ts'

const token = 'ein-langes-geheimnis'
const bearer = { authorization: `Bearer ${token}` }

test('the process says that it lives without asking the database', async () => {
  await using office = await openOffice({ role: null })
  const { services } = office
  services.connections = { run: () => Promise.reject(new Error('no database')) }
  const app = createApp(services)
  const alive = await app.request('/healthz')
  assert.equal(alive.status, 200)
  assert.equal(alive.headers.get('cache-control'), 'no-store')
  assert.equal((await app.request('/readyz')).status, 503)
})

test('it is ready when the database answers, every migration is done and the start is over', async () => {
  await using office = await openOffice({ role: null })
  readiness.ready = true
  const ready = await office.get('/readyz')
  assert.equal(ready.status, 200)
  assert.deepEqual(JSON.parse(ready.text), {
    status: 'ready',
    checks: { database: true, migrations: true, started: true },
  })
  readiness.ready = false
  const starting = await office.get('/readyz')
  assert.equal(starting.status, 503)
  assert.match(starting.text, /"started":false/)
})

test('metrics do not exist without a token, with a wrong one, or where none is set', async () => {
  await using office = await openOffice({ role: null })
  assert.equal((await office.get('/metrics', bearer)).status, 404)
  office.services.config.metricsToken = token
  assert.equal((await office.get('/metrics')).status, 404)
  assert.equal((await office.get('/metrics', { authorization: 'Bearer falsch' })).status, 404)
  assert.equal((await office.get('/metrics', { authorization: token })).status, 404)
  assert.equal((await office.get('/metrics', bearer)).status, 200)
})

test('metrics tell requests by route and status, never by address', async () => {
  await using office = await openOffice({ role: null })
  office.services.config.metricsToken = token
  readiness.cache = { hits: 7, misses: 3, bytes: 1000, entries: 2 }
  readiness.pool = () => ({ total: 4, idle: 3, waiting: 0 })
  await office.get('massnahmen')
  await office.get('massnahmen/999999')
  const { text, headers } = await office.get('/metrics', bearer)
  assert.match(headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
  assert.match(
    text,
    /teilhabewerk_http_requests_total\{route="\/:municipality\/massnahmen",method="GET",status="200"\} 1/,
  )
  assert.match(text, /route="\/:municipality\/massnahmen\/:id\{\[0-9\]\+\}",method="GET",status="404"\} 1/)
  assert.doesNotMatch(text, /massnahmen\/999999/)
  assert.match(text, /^teilhabewerk_page_cache_hits_total 7$/m)
  assert.match(text, /^teilhabewerk_database_connections\{state="idle"\} 3$/m)
  assert.match(text, /^process_resident_memory_bytes \d+$/m)
  assert.match(text, new RegExp(`^teilhabewerk_generation\\{municipality="${office.slug}"\\} \\d+$`, 'm'))
  const statements = /^teilhabewerk_database_statements_total (\d+)$/m.exec(text)?.[1]
  assert.ok(Number(statements) > 0)
})

test('the text is what Prometheus reads: help, type, then one value per line', () => {
  const metrics = createMetrics()
  metrics.answered({ route: '/a"b\\c', method: 'GET', status: 200, seconds: 0.004 })
  metrics.answered({ route: '/a"b\\c', method: 'BREW', status: 405, seconds: 3 })
  metrics.worked({ name: 'retention', ok: false, seconds: 1.5 })
  const text = metrics.text()
  for (const line of text.trim().split('\n'))
    assert.match(
      line,
      /^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="(?:[^"\\]|\\.)*"(,\w+="(?:[^"\\]|\\.)*")*\})? [\d.e+-]+)$/,
      line,
    )
  assert.match(text, /method="other",status="405"\} 1/)
  assert.match(text, /teilhabewerk_jobs_total\{name="retention",result="failed"\} 1/)
})

test('buckets only grow, and the last one counts everything', () => {
  const metrics = createMetrics()
  for (const seconds of [0.0005, 0.004, 0.3, 60]) metrics.answered({ route: '/x', method: 'GET', status: 200, seconds })
  const counts = [...metrics.text().matchAll(/_bucket\{route="\/x",le="[^"]+"\} (\d+)/g)].map(([, count]) =>
    Number(count),
  )
  assert.deepEqual(counts, [1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4].slice(-counts.length))
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => a - b),
  )
})
