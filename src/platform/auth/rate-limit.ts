import { createHash } from 'node:crypto'

/** How often something may happen: `limit` times at once, then again one by one, `limit` times per window. */
export interface Rate {
  limit: number
  windowSeconds: number
}
export type Permit = { ok: true } | { ok: false; retryAfterSeconds: number }

/** Counts in memory of this process; a restart forgets. */
export interface RateLimiter {
  /** Counts one try, or says how many whole seconds to wait. A refused try costs nothing. */
  take: (rate: Rate & { key: string }) => Permit
  /** Gives one try back, e.g. after a password that was right: only failures shall count. */
  giveBack: (rate: Rate & { key: string }) => void
  /** How many keys are remembered at present. */
  readonly size: number
}

interface Options {
  maxKeys?: number
  /** Milliseconds that never run backwards. */
  now?: () => number
}

/**
 * Generic cell rate algorithm: per key one moment, the one at which everything used would be earned back. Holds at most
 * `maxKeys` keys (about 150 bytes each); when full, the one that was used longest ago is forgotten.
 */
export function createRateLimiter({ maxKeys = 20_000, now = () => performance.now() }: Options = {}): RateLimiter {
  const earnedBackAt = new Map<string, number>()

  function remember(key: string, moment: number) {
    earnedBackAt.delete(key)
    if (moment <= now()) return
    // Map keeps the order of insertion, so the first key is the one used longest ago.
    const oldest = earnedBackAt.keys().next()
    if (earnedBackAt.size >= maxKeys && !oldest.done) earnedBackAt.delete(oldest.value)
    earnedBackAt.set(key, moment)
  }

  return {
    take({ key, limit, windowSeconds }) {
      const id = shorten(key)
      const interval = (windowSeconds * 1000) / limit
      const next = Math.max(earnedBackAt.get(id) ?? 0, now()) + interval
      const tooEarly = next - now() - windowSeconds * 1000
      // Half a millisecond: floating point must not refuse the last permitted try.
      if (tooEarly > 0.5) return { ok: false, retryAfterSeconds: Math.ceil(tooEarly / 1000) }
      remember(id, next)
      return { ok: true }
    },
    giveBack({ key, limit, windowSeconds }) {
      const id = shorten(key)
      const moment = earnedBackAt.get(id)
      if (moment !== undefined) remember(id, moment - (windowSeconds * 1000) / limit)
    },
    get size() {
      return earnedBackAt.size
    },
  }
}

// Keys come from outside: hashed, each is equally short, and no address of a person stays in memory.
const shorten = (key: string) => createHash('sha256').update(key).digest('base64').slice(0, 22)

/** The first refusal of several permits, each taken in turn; those already taken are given back. */
export function takeAll(limiter: RateLimiter, rates: readonly (Rate & { key: string })[]): Permit {
  for (const [index, rate] of rates.entries()) {
    const permit = limiter.take(rate)
    if (permit.ok) continue
    for (const taken of rates.slice(0, index)) limiter.giveBack(taken)
    return permit
  }
  return { ok: true }
}
