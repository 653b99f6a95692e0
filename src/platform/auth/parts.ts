import type pg from 'pg'
import type { Engine } from './engine.ts'
import { takeAll, type Permit, type Rate, type RateLimiter } from './rate-limit.ts'

/** What the functions of sign-in share. */
export interface Parts {
  engine: Engine
  pool: pg.Pool
  baseUrl: string
  limiter: RateLimiter
  /** Lets work run on after the answer, so that its length tells nothing; its errors go to the log. */
  inBackground: (what: string, work: () => Promise<unknown>) => void
}

/** What may be tried how often, per network address of the visitor and per account or e-mail address. */
export const rates = {
  signInByAddress: { limit: 30, windowSeconds: 15 * 60 },
  signInByEmail: { limit: 10, windowSeconds: 15 * 60 },
  mailByAddress: { limit: 10, windowSeconds: 15 * 60 },
  mailByEmail: { limit: 3, windowSeconds: 15 * 60 },
  linkByAddress: { limit: 30, windowSeconds: 15 * 60 },
  ceremonyByAddress: { limit: 60, windowSeconds: 15 * 60 },
  proofByAccount: { limit: 10, windowSeconds: 15 * 60 },
} satisfies Record<string, Rate>
export type RateName = keyof typeof rates

/** Counts one try against each of the named rates. */
export const allow = (limiter: RateLimiter, tries: Partial<Record<RateName, string>>): Permit =>
  takeAll(limiter, keysOf(tries))

/** Takes tries back, because what was tried was right. */
export const forgive = (limiter: RateLimiter, tries: Partial<Record<RateName, string>>) =>
  keysOf(tries).forEach((rate) => limiter.giveBack(rate))

const keysOf = (tries: Partial<Record<RateName, string>>) =>
  Object.entries(tries).map(([name, value]) => ({ ...rates[name as RateName], key: `${name} ${value}` }))

/** An address as accounts keep it, or undefined when it cannot be one. */
export function normalEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\".]+$/.test(email)
    ? email
    : undefined
}
