import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app.ts'
import { TooLarge } from './problems.ts'

/**
 * Refuses bodies over `maxBytes` before anything of them is read. A body without a length (chunked) is refused with 411:
 * browsers always send one, and counting while reading would cost every request a copy.
 */
export const limitBody = (maxBytes: number) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw new TooLarge()
    if (c.req.header('transfer-encoding') !== undefined) return c.body(null, 411)
    return next()
  })
