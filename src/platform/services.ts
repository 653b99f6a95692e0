import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Connections } from './db/connections.ts'
import type { Municipalities } from './http/municipalities.ts'
import type { Mailer } from './mail/mail.ts'
import type { Generations } from './page-cache/generations.ts'
import type { FileStore } from './files/file-store.ts'
import type { Auth } from './auth/auth.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Metrics } from './metrics/metrics.ts'

/** Who the cookies of a request belong to, before any municipality is known. */
export interface Identity {
  accountId: string
  name: string
  email: string
  secondFactor: 'none' | 'done'
}

/** Everything the app stands on. Made once at start; a test makes its own. */
export interface Services {
  config: Config
  clock: Clock
  connections: Connections
  municipalities: Municipalities
  generations: Generations
  mailer: Mailer
  files: FileStore
  auth: Auth
  jobs: Jobs
  metrics: Metrics
  /** `cookies` holds Set-Cookie (a renewed session, or a dead one cleared away) and is sent with the answer. */
  identify: (headers: Headers) => Promise<{ identity: Identity | undefined; cookies: Headers }>
  asset: (name: string) => string
  log: (entry: Readonly<Record<string, unknown>>) => void
}
