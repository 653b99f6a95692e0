import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signInLetter } from '#domains/accounts/index.ts'
import { createAuth } from '#platform/auth/auth.ts'
import { systemClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { pooled } from '#platform/db/connections.ts'
import { openPool } from '#platform/db/database.ts'
import { createFileStore } from '#platform/files/file-store.ts'
import { createMunicipalities } from '#platform/http/municipalities.ts'
import { createJobs } from '#platform/jobs/jobs.ts'
import { createMailer } from '#platform/mail/mail.ts'
import { createMetrics } from '#platform/metrics/metrics.ts'
import { createGenerations } from '#platform/page-cache/generations.ts'
import { root } from '#platform/root.ts'
import type { Services } from '#platform/services.ts'

/** Makes everything the app stands on, for a database that is migrated. `close` ends it. */
export function createServices(config: Config, databaseUrl: string, log: Services['log']) {
  const pool = openPool(databaseUrl)
  // Its own connections: a request that holds one and waits for another from the same pool could wait for ever.
  const authPool = openPool(databaseUrl, 4)
  const connections = pooled(pool)
  const metrics = createMetrics()
  const municipalities = createMunicipalities(connections)
  const generations = createGenerations()
  generations.onRaise((which) => {
    if (which !== 'all') return
    municipalities.forget()
    // Hosts are looked up without waiting, so they are read at once; the next request reports what goes wrong.
    void municipalities.load().catch(() => undefined)
  })
  const mailer = createMailer({ smtpUrl: config.smtpUrl, folder: join(config.dataDir, 'mail'), from: config.mailFrom })
  const auth = createAuth({
    pool: authPool,
    secret: config.secret,
    baseUrl: config.publicUrl,
    sendMail: (mail) => mailer.send(signInLetter(mail)),
    ...(config.oidc && {
      oidc: {
        ...config.oidc,
        isInvited: async (email) =>
          (await authPool.query('select where is_invited($1)', [email.toLowerCase()])).rowCount === 1,
      },
    }),
    log: (text) => log({ level: 'error', event: 'sign-in', text }),
  })
  const services: Services = {
    config,
    clock: systemClock,
    connections,
    municipalities,
    generations,
    mailer,
    files: createFileStore(join(config.dataDir, 'files')),
    auth,
    jobs: createJobs(databaseUrl, log, metrics),
    metrics,
    identify: async (headers) => {
      const { session, headers: cookies } = await auth.currentSession(headers)
      if (!session || session.secondFactor === 'needed') return { identity: undefined, cookies }
      const { accountId, name, email, secondFactor } = session
      return { identity: { accountId, name, email, secondFactor: secondFactor === 'done' ? 'done' : 'none' }, cookies }
    },
    asset: assetFinder(),
    log,
  }
  return { services, pool, close: () => Promise.all([pool.end(), authPool.end()]) }
}

/** Names of built files → addresses with the hash of their content, which never change and are kept for a year. */
export function assetFinder(): (name: string) => string {
  const manifest = JSON.parse(readFileSync(join(root, 'build/assets/manifest.json'), 'utf8')) as Record<string, string>
  return (name) => `/assets/${manifest[name] ?? name}`
}
