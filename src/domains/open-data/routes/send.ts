import type { Ctx } from '#platform/http/app.ts'
import { etagOf, holdsTag } from '#platform/http/etag.ts'
import { markKeeping } from '#platform/http/keeping.ts'

/** Sends what is the same for everyone, signed in or not; nothing but its ETag to whoever holds it already. */
export function sendToAll(c: Ctx, body: string, mediaType: string): Response {
  const etag = etagOf(body)
  c.header('ETag', etag)
  c.header('Content-Language', c.var.speech.language)
  c.header('Vary', 'Accept-Language')
  c.header('Content-Type', mediaType)
  if (holdsTag(c.req.header('if-none-match'), etag)) {
    c.header('Cache-Control', 'no-cache')
    return c.body(null, 304)
  }
  markKeeping(c, 200, { sameForAll: true })
  return c.body(body)
}
