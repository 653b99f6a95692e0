import { createHash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { migrations } from '#platform/db/migrate.ts'
import { labels, series } from '#platform/metrics/metrics.ts'
import { readiness } from '#platform/readiness.ts'
import type { Services } from '#platform/services.ts'
import { domain, type Ctx } from './app.ts'
import { NotFound } from './problems.ts'

/** What the county's IT asks: does the process live, can it work, how is it doing. Before any transaction is begun. */
export const operations = domain()

const uncached = { 'Cache-Control': 'no-store' }

operations.get('/healthz', (c) => c.json({ status: 'ok' }, 200, uncached))

operations.get('/readyz', async (c) => {
  const checks = await readinessOf(c.var.services)
  const ready = Object.values(checks).every(Boolean)
  return c.json({ status: ready ? 'ready' : 'not ready', checks }, ready ? 200 : 503, uncached)
})

operations.get('/metrics', async (c) => {
  if (!isAllowed(c)) throw new NotFound()
  const parts = [c.var.services.metrics.text(), cacheText(), poolText(), processText()]
  return c.text([...parts, await generationText(c.var.services), await jobsText(c.var.services)].join(''), 200, {
    ...uncached,
    'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
  })
})

/** Database reachable, every migration of this program done, examples loaded. A database that hangs counts as gone. */
async function readinessOf({ connections }: Services) {
  const known = migrations()
  const done = await within(2000, () =>
    connections.run(null, 'read', async ({ db }) => {
      const { rows } = await sql<{ name: string; hash: string }>`select name, hash from migration`.execute(db)
      return new Map(rows.map(({ name, hash }) => [name, hash]))
    }),
  )
  return {
    database: done !== undefined,
    migrations: done !== undefined && known.every(({ name, hash }) => done.get(name) === hash),
    started: readiness.ready,
  }
}

/** The result, or undefined when it fails or takes too long. */
async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, milliseconds, undefined)
  try {
    return await Promise.race([work().catch(() => undefined), promise])
  } finally {
    clearTimeout(timer)
  }
}

/** The token of METRICS_TOKEN as bearer. Hashed first, so that the comparison takes the same time for any length. */
function isAllowed(c: Ctx): boolean {
  const { metricsToken } = c.var.services.config
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (!metricsToken || !given) return false
  const hashed = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hashed(given), hashed(metricsToken))
}

function cacheText(): string {
  const { cache } = readiness
  if (!cache) return ''
  return [
    series('teilhabewerk_page_cache_hits_total', 'counter', 'Pages answered from the page cache.', [['', cache.hits]]),
    series('teilhabewerk_page_cache_misses_total', 'counter', 'Requests that the page cache could not answer.', [
      ['', cache.misses],
    ]),
    series('teilhabewerk_page_cache_bytes', 'gauge', 'Bytes that the page cache holds.', [['', cache.bytes]]),
    series('teilhabewerk_page_cache_entries', 'gauge', 'Pages that the page cache holds.', [['', cache.entries]]),
  ].join('')
}

function poolText(): string {
  const pool = readiness.pool?.()
  if (!pool) return ''
  return series(
    'teilhabewerk_database_connections',
    'gauge',
    'Connections to PostgreSQL, and requests that wait for one.',
    Object.entries(pool).map(([state, count]) => [labels({ state }), count]),
  )
}

function processText(): string {
  const { rss, heapUsed, external } = process.memoryUsage()
  const started = Date.now() / 1000 - process.uptime()
  const { user, system } = process.cpuUsage()
  return [
    series('process_resident_memory_bytes', 'gauge', 'Memory of the process.', [['', rss]]),
    series('process_heap_bytes', 'gauge', 'JavaScript memory in use.', [['', heapUsed]]),
    series('process_external_memory_bytes', 'gauge', 'Memory outside of the heap.', [['', external]]),
    series('process_cpu_seconds_total', 'counter', 'Processor time.', [['', (user + system) / 1e6]]),
    series('process_start_time_seconds', 'gauge', 'When the process started.', [['', started]]),
  ].join('')
}

/** Rises whenever something published changes: a municipality whose cached pages never get old shows here. */
async function generationText({ municipalities, generations }: Services): Promise<string> {
  const open = await municipalities.open()
  return series(
    'teilhabewerk_generation',
    'gauge',
    'Generation of the published content, by municipality.',
    open.map(({ id, slug }) => [labels({ municipality: slug }), generations.of(id)]),
  )
}

async function jobsText({ connections }: Services): Promise<string> {
  const rows = await connections.run(null, 'read', async ({ db }) => {
    const found = await sql<{ name: string; state: string; count: number }>`select name, state::text as state,
      count(*) as count from jobs.job where name not like '\\_\\_pgboss%' group by 1, 2 order by 1, 2`.execute(db)
    return found.rows
  })
  return series(
    'teilhabewerk_jobs',
    'gauge',
    'Jobs in the queues, by state.',
    rows.map(({ name, state, count }) => [labels({ name, state }), count]),
  )
}
