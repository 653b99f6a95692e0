import type { Ctx } from '#platform/http/app.ts'
import { mayEver } from '#platform/http/person.ts'
import { readingOf } from '#platform/http/reading.ts'
import type { ThingKind } from './kinds.ts'
import { linkedThings } from './linked.ts'
import { thingTexts } from './texts/index.ts'

/**
 * What is said after publishing: whether the public can read it now or only once the municipality is open, and which
 * linked things are still drafts. Links stand in it as `[words](/path)`.
 */
export async function saidOfPublishing(
  c: Ctx,
  outcome: 'published' | 'submitted',
  kind: ThingKind,
  id: number,
): Promise<string> {
  const t = thingTexts(c.var.speech)
  if (outcome === 'submitted') return t('notice.submitted')
  const linked = await linkedThings(c.var.db, (await readingOf(c)).planVersionId, kind, id)
  const count = linked.filter(({ publishedAt }) => publishedAt === null).length
  const said = saidWhenClosed(c) ?? t('notice.published')
  if (count === 0) return said
  return `${said} [${t('notice.linkedDrafts', { count })}](/plan/entwuerfe/verknuepft?thing=${kind}-${id})`
}

/** While the municipality is closed nothing becomes public: what to say instead. undefined: it is open. */
export function saidWhenClosed(c: Ctx): string | undefined {
  if (c.var.municipality.isOpen) return undefined
  const t = thingTexts(c.var.speech)
  const said = t('notice.onceOpen')
  return mayEver(c.var.person, 'plan:open') ? `${said} [${t('notice.toOpening')}](/oeffnen)` : said
}
