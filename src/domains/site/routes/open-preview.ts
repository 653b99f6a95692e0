import type { Ctx } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { Forbidden } from '#platform/http/problems.ts'
import { isSafe } from '#platform/http/security.ts'
import { hashOfToken } from '../commands/previews.ts'
import { previewCookie } from '../model/preview.ts'
import { paths } from '../paths.ts'
import { findPreview } from '../queries/previews.ts'

/**
 * After who is asking is known: whoever opened a preview link of this municipality sees its drafts, and can write
 * nothing but the end of the preview. The link is asked for in each request, so a revoked one ends at once. Who sees
 * drafts anyway is not slowed down by a preview opened earlier.
 */
export async function openPreview(c: Ctx): Promise<void> {
  const { db, municipality, person, services, sees } = c.var
  const token = previewToken(c)
  if (!token || mayEver(person, 'draft:see')) return
  const preview = await findPreview(db, hashOfToken(token), services.clock.now())
  if (preview?.state !== 'open') return
  c.set('isPreview', true)
  c.set('sees', { ...sees, drafts: true })
  const end = `/${municipality.slug}${paths.endPreview}`
  if (!isSafe(c.req.method) && c.req.path !== end) throw new Forbidden('preview')
}

function previewToken(c: Ctx): string | undefined {
  const cookie = c.req.header('cookie') ?? ''
  return new RegExp(`(?:^|; )${previewCookie(c.var.municipality.id)}=([\\w-]{43})(?:;|$)`).exec(cookie)?.[1]
}
