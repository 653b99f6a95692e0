import { absoluteAddressOf, originOf } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { NotFound } from '#platform/http/problems.ts'
import { sendPublic } from '#platform/http/keeping.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { things } from '#platform/things/kinds.ts'
import { atomOf, tagOf, type AtomEntry } from '../documents/atom.ts'
import { robotsOf } from '../documents/sitemap.ts'
import { legalFacts } from '../model/legal-facts.ts'
import { pageKinds, thingPages } from '../model/thing-pages.ts'
import { paths } from '../paths.ts'
import { listNews, listRemoved, type PublishedThing } from '../queries/published.ts'
import { texts } from '../texts/index.ts'
import { isForSearch, mappedMunicipality } from './sitemap.ts'

const feedLength = 50

/** What is new in a municipality. */
export const discovery = domain()

discovery.get(paths.feed, async (c) => {
  const { municipality, speech, services } = c.var
  const t = texts(speech)
  const entries = await feedEntries(c)
  const { hostname } = new URL(services.config.publicUrl)
  const feed = atomOf({
    id: tagOf(hostname, municipality.createdAt, municipality.id),
    title: t('feed.title', { name: municipality.name }),
    subtitle: t('feed.subtitle'),
    language: speech.language,
    author: legalFacts(municipality).address.office ?? municipality.name,
    self: absoluteAddressOf(c, paths.feed),
    page: absoluteAddressOf(c, '/'),
    updated: entries[0]?.updated ?? municipality.updatedAt,
    entries,
  })
  return sendPublic(c, feed, 'application/atom+xml; charset=utf-8')
})

/** The newest published, changed and removed things: one entry for each. */
async function feedEntries(c: Ctx): Promise<AtomEntry[]> {
  const { db, municipality, speech, services } = c.var
  const t = texts(speech)
  const { hostname } = new URL(services.config.publicUrl)
  const published = await listNews(db, feedLength)
  const removed = await listRemoved(db, feedLength)
  const translations = await loadTranslations(
    db,
    speech.language,
    pageKinds.map((kind) => ({ kind, ids: published.filter((thing) => thing.kind === kind).map(({ id }) => id) })),
  )
  const entryOf = (kind: PublishedThing['kind'], id: number, updated: Date, act: string) => ({
    id: tagOf(hostname, municipality.createdAt, municipality.id, kind, id),
    summary: t.dynamic(`feed.${act}`, { kind: t.dynamic(`kind.${kind}`) }),
    category: kind,
    address: absoluteAddressOf(c, thingPages[kind](id)),
    updated,
  })
  const entries: AtomEntry[] = [
    ...published.map(({ kind, id, title, publishedAt, changedAt }) => {
      const { text, language } = translations.text(kind, id, things[kind].title, title)
      const act = changedAt.getTime() > publishedAt.getTime() ? 'changed' : 'published'
      return { ...entryOf(kind, id, changedAt, act), title: text, language, published: publishedAt }
    }),
    ...removed.map(({ kind, id, title, removedAt }) => ({
      ...entryOf(kind, id, removedAt, 'removed'),
      title,
      language: 'de' as const,
    })),
  ]
  return entries.toSorted((a, b) => b.updated.getTime() - a.updated.getTime()).slice(0, feedLength)
}

/** At the root of each host. */
export const robotsRoutes = domain()

robotsRoutes.get(paths.robots, async (c) => {
  const mapped = await mappedMunicipality(c)
  if (mapped?.isOpen === false) throw new NotFound()
  const mayRead = mapped === undefined || isForSearch(mapped)
  return c.text(robotsOf(`${originOf(c)}${paths.sitemap}`, mayRead), 200, { 'Cache-Control': 'no-cache' })
})
