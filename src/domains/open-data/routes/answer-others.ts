import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '#platform/http/app.ts'
import { isSafe } from '#platform/http/security.ts'

/**
 * Lets the scripts of every other site read what the API answers, refusals included. It holds nothing but what everybody
 * may see, and cookies make no difference, so none are allowed along.
 */
export const answerOthers = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (!isSafe(c.req.method)) return
  c.res.headers.set('Access-Control-Allow-Origin', '*')
  c.res.headers.set('Access-Control-Expose-Headers', 'ETag, Link, Content-Language')
  // Read by programs of other sites, also inside pages that isolate themselves.
  c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
})
