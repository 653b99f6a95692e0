import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { Clock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import type { Connections } from '#platform/db/connections.ts'
import { createFileStore } from '#platform/files/file-store.ts'
import { createMunicipalities } from '#platform/http/municipalities.ts'
import { createGenerations } from '#platform/page-cache/generations.ts'
import { createAuth } from '#platform/auth/auth.ts'
import { createJobs } from '#platform/jobs/jobs.ts'
import { createMetrics } from '#platform/metrics/metrics.ts'
import { createMailer } from '#platform/mail/mail.ts'
import type { Identity, Services } from '#platform/services.ts'
import { testDatabaseUrl } from './database.ts'

/** A day of autumn; a test that needs another passes its own clock. */
export const testClock: Clock = { now: () => new Date('2026-11-24T10:00:00Z') }

interface Options {
  connections: Connections
  pool: pg.Pool
  clock?: Clock
  /** Who is signed in: a test says it instead of going through a session cookie. */
  identity?: () => Identity | undefined
}

/** Real parts everywhere: only time and the way of saying who one is are the test's. */
export function testServices({
  connections,
  pool,
  clock = testClock,
  identity = () => undefined,
}: Options): Services & { dataDir: string } {
  const dataDir = mkdtempSync(join(tmpdir(), 'tw-test-'))
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', SECRET: 'x'.repeat(32) })
  const municipalities = createMunicipalities(connections)
  const generations = createGenerations()
  generations.onRaise((which) => {
    if (which === 'all') municipalities.forget()
  })
  const mailer = createMailer({ smtpUrl: undefined, folder: join(dataDir, 'mail'), from: config.mailFrom })
  return {
    dataDir,
    config,
    clock,
    connections,
    municipalities,
    generations,
    mailer,
    files: createFileStore(join(dataDir, 'files')),
    auth: createAuth({
      pool,
      secret: config.secret,
      baseUrl: 'http://127.0.0.1:3000',
      sendMail: ({ to, kind, url, language }) => mailer.send({ to, subject: kind, text: url, language }),
    }),
    jobs: createJobs(testDatabaseUrl(), () => undefined),
    metrics: createMetrics(),
    identify: () => Promise.resolve({ identity: identity(), cookies: new Headers() }),
    asset: (name) => `/assets/${name}`,
    log: (entry) => {
      if (entry['level'] === 'error') process.stderr.write(`${JSON.stringify(entry)}\n`)
    },
  }
}
