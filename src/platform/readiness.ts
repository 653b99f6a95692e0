/** What /readyz and /metrics tell about this process. */
export const readiness: {
  ready: boolean
  cache: { hits: number; misses: number; bytes: number; entries: number } | undefined
  /** Connections to PostgreSQL: all, those without work, and requests that wait for one. */
  pool: (() => { total: number; idle: number; waiting: number }) | undefined
} = { ready: false, cache: undefined, pool: undefined }
