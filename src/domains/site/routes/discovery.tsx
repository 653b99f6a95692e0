import { absoluteAddressOf, hostOf, originOf } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import type { MunicipalityRow } from '#platform/http/municipalities.ts'
import { NotFound } from '#platform/http/problems.ts'
import { sendPublic } from '#platform/http/keeping.ts'
import { enterMunicipality } from '#platform/db/database.ts'
import { loadTranslations } from '#platform/texts/translations.ts'
import { things } from '#platform/things/kinds.ts'
import { interfaceLanguages } from '#values/language.ts'
import { atomOf, tagOf, type AtomEntry } from '../documents/atom.ts'
import { robotsOf, sitemapIndexOf, sitemapLimit, sitemapOf, type SitemapPage } from '../documents/sitemap.ts'
import { legalFacts } from '../model/legal-facts.ts'
import { pageKinds, standingPages, thingPages } from '../model/thing-pages.ts'
import { paths } from '../paths.ts'
import { listNews, listPublished, listRemoved, type PublishedThing } from '../queries/published.ts'
import { texts } from '../texts/index.ts'

const feedLength = 50
const xmlType = 'application/xml; charset=utf-8'

/** How the pages of a municipality are found: what is new, and all of them. */
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

discovery.get(paths.sitemap, async (c) => {
  if (!isForSearch(c.var.municipality)) throw new NotFound()
  return sendPublic(c, await sitemapText(c, c.var.municipality), xmlType)
})

/** The same at the root of each host: of the municipality that the host is mapped to, else of the instance. */
export const instanceDiscovery = domain()

instanceDiscovery.get(paths.sitemap, async (c) => {
  const mapped = await mappedMunicipality(c)
  if (mapped === undefined) {
    const open = await c.var.services.municipalities.open()
    const addresses = open
      .filter(isForSearch)
      .map(({ slug }) => `${c.var.services.config.publicUrl}/${slug}${paths.sitemap}`)
    return c.body(sitemapIndexOf(addresses), 200, { 'Content-Type': xmlType, 'Cache-Control': 'no-cache' })
  }
  if (!isForSearch(mapped)) throw new NotFound()
  await enterMunicipality(c.var.db, mapped.id)
  return c.body(await sitemapText(c, mapped), 200, { 'Content-Type': xmlType, 'Cache-Control': 'no-cache' })
})

instanceDiscovery.get(paths.robots, async (c) => {
  const mapped = await mappedMunicipality(c)
  if (mapped?.isOpen === false) throw new NotFound()
  const mayRead = mapped === undefined || isForSearch(mapped)
  return c.text(robotsOf(`${originOf(c)}${paths.sitemap}`, mayRead), 200, { 'Cache-Control': 'no-cache' })
})

async function mappedMunicipality(c: Ctx): Promise<MunicipalityRow | undefined> {
  const { municipalities } = c.var.services
  const slug = municipalities.byHost(hostOf(c))
  return slug === undefined ? undefined : municipalities.bySlug(slug)
}

const isForSearch = ({ isOpen, isExample, isDemo }: MunicipalityRow) => isOpen && !isExample && !isDemo

/** Every public page, in each language that the municipality offers. The rows come from the session's municipality. */
async function sitemapText(c: Ctx, { slug, languages }: MunicipalityRow): Promise<string> {
  const { db, services } = c.var
  const mapped = services.municipalities.byHost(hostOf(c)) === slug
  const base = mapped ? originOf(c) : `${services.config.publicUrl}/${slug}`
  const offered = interfaceLanguages.filter((language) => language === 'de' || languages.includes(language))
  const pageOf = (path: string, changedAt?: Date): SitemapPage => {
    const address = path === '/' && !mapped ? base : base + path
    return {
      address,
      alternates: offered.map((language) => ({ language, address: `${address}?sprache=${language}` })),
      ...(changedAt && { changedAt }),
    }
  }
  const published = await listPublished(db, sitemapLimit - standingPages.length)
  return sitemapOf([
    ...standingPages.map((path) => pageOf(path)),
    ...published.map(({ kind, id, changedAt }) => pageOf(thingPages[kind](id), changedAt)),
  ])
}
