import type pg from 'pg'
import { accountFunctions } from './accounts.ts'
import { emailChangeFunctions } from './email-change.ts'
import { createEngine, type EngineOptions } from './engine.ts'
import { letterSender, type AuthMail } from './letters.ts'
import { oidcFunctions, type OidcSettings } from './oidc.ts'
import { passkeyFunctions } from './passkeys.ts'
import { passwordFunctions } from './passwords.ts'
import type { Parts } from './parts.ts'
import { createRateLimiter, type RateLimiter } from './rate-limit.ts'
import { sessionFunctions } from './sessions.ts'
import { signInFunctions } from './sign-in.ts'
import { totpFunctions } from './totp.ts'

export interface AuthOptions {
  pool: pg.Pool
  /** At least 32 bytes; signs cookies and encrypts the secrets of second factors. */
  secret: string
  /** PUBLIC_URL without a final slash; links in mails begin with it. */
  baseUrl: string
  /** Puts the link into words and sends it. */
  sendMail: (mail: AuthMail) => Promise<void>
  oidc?: OidcSettings | undefined
  /** Shown in authenticator apps and passkey dialogs. */
  appName?: string
  /** Shared with public forms, if given. */
  limiter?: RateLimiter
  /** What went wrong behind an answer, for the log of the instance; never contains addresses or codes. */
  log?: (message: string) => void
}

/**
 * Everything about signing in, as functions of headers and plain values. Each returns `ok` and the Set-Cookie headers to
 * send along. Nothing here answers HTTP by itself, and nothing but `handleOidcCallback` may be called by a GET.
 */
export function createAuth(options: AuthOptions) {
  const { pool, secret, baseUrl, log = () => undefined } = options
  const running = new Set<Promise<unknown>>()
  const sendLetter = letterSender(baseUrl, options.sendMail)
  const engineOptions: EngineOptions = {
    pool,
    secret,
    baseUrl,
    appName: options.appName ?? 'Teilhabewerk',
    log,
    mailMagicLink: async (email, token, { language, next }) => {
      const { rows } = await pool.query<{ name: string }>('select name from auth."user" where email = $1', [email])
      const letter = { kind: 'link', to: email, name: rows[0]?.name ?? '', language: String(language), token } as const
      await sendLetter({ ...letter, next: typeof next === 'string' ? next : undefined })
    },
  }
  const parts: Parts = {
    engine: createEngine(engineOptions),
    pool,
    baseUrl,
    limiter: options.limiter ?? createRateLimiter(),
    inBackground(what, work) {
      const job = work()
        .catch((error: unknown) => log(`${what}: ${error instanceof Error ? error.message : String(error)}`))
        .finally(() => running.delete(job))
      running.add(job)
    },
  }
  const sessions = sessionFunctions(parts)
  return {
    ...accountFunctions(parts),
    ...signInFunctions(parts),
    ...passwordFunctions(parts, sessions, sendLetter),
    ...emailChangeFunctions(parts, sessions, sendLetter),
    ...sessions,
    ...totpFunctions(parts, sessions),
    ...passkeyFunctions(parts, sessions),
    ...oidcFunctions(parts, engineOptions, options.oidc),
    /** When every mail that was asked for has been handed over (or has failed): before shutting down, and in tests. */
    settled: async (): Promise<void> => {
      await Promise.all(running)
    },
  }
}
export type Auth = ReturnType<typeof createAuth>
