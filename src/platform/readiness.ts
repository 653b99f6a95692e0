/** What /readyz and /metrics tell about this process. */
export const readiness: {
  ready: boolean
  cache: { hits: number; misses: number; bytes: number; entries: number } | undefined
} = { ready: false, cache: undefined }
