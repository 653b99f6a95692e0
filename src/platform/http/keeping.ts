import { cacheHeader } from '#platform/page-cache/header.ts'
import type { Ctx } from './app.ts'
import { routeOf } from './request.ts'

/** Whether an answer is made for this reader alone: drafts and internal fields may be in it. */
export const isPersonal = (c: Ctx): boolean => c.var.person !== undefined || c.var.isPreview

/**
 * Says who may keep this answer. What was made for one reader must not stay in a browser's or proxy's memory; a finished
 * answer of an open municipality, seen by anyone, may be kept by the page cache. Its key is the address, and with it the
 * ending: `/massnahmen.csv` and `/massnahmen` are two documents. `sameForAll`: who is signed in gets what everybody gets.
 */
export function markKeeping(c: Ctx, status: number, { sameForAll = false } = {}): void {
  const { municipality, notice, generation } = c.var
  const personal = isPersonal(c) && !sameForAll
  c.header('Cache-Control', personal ? 'no-store' : 'no-cache')
  if (personal || status !== 200 || c.req.method !== 'GET' || !municipality?.isOpen || notice) return
  c.header(cacheHeader, `${municipality.id} ${generation} ${routeOf(c)}`)
}

/** An answer that is no page (feed, sitemap) but just as public. */
export function sendPublic(c: Ctx, body: string, type: string): Response {
  c.header('Content-Type', type)
  markKeeping(c, 200)
  return c.body(body)
}
