import { enterMunicipality, type Database } from '#platform/db/database.ts'
import { hostOf, originOf } from '#platform/http/addresses.ts'
import { domain, type Ctx } from '#platform/http/app.ts'
import { sendPublic } from '#platform/http/keeping.ts'
import type { MunicipalityRow } from '#platform/http/municipalities.ts'
import { NotFound } from '#platform/http/problems.ts'
import { interfaceLanguages } from '#values/language.ts'
import { sitemapIndexOf, sitemapLimit, sitemapOf, type SitemapPage } from '../documents/sitemap.ts'
import { standingPages, thingPages } from '../model/thing-pages.ts'
import { paths } from '../paths.ts'
import { countPublished, listPublished } from '../queries/published.ts'

const xmlType = 'application/xml; charset=utf-8'

/** All pages of a municipality: one file, or an index of its parts where they are many. */
export const sitemapRoutes = domain()

sitemapRoutes.get(paths.sitemap, async (c) => {
  const { municipality, db } = c.var
  if (!isForSearch(municipality)) throw new NotFound()
  return sendPublic(c, await sitemapText(c, db, municipality), xmlType)
})

sitemapRoutes.get('/:file{sitemap-[0-9]+\\.xml}', async (c) => {
  const { municipality, db } = c.var
  if (!isForSearch(municipality)) throw new NotFound()
  const number = Number(/\d+/.exec(c.req.param('file'))?.[0])
  if (number < 1 || number > (await countParts(db))) throw new NotFound()
  return sendPublic(c, await partText(c, db, municipality, number), xmlType)
})

/** The same at the root of each host: of the municipality that the host is mapped to, else of the instance. */
export const instanceSitemap = domain()

instanceSitemap.get(paths.sitemap, async (c) => {
  const { db, services } = c.var
  const mapped = await mappedMunicipality(c)
  const send = (text: string) => c.body(text, 200, { 'Content-Type': xmlType, 'Cache-Control': 'no-cache' })
  if (mapped !== undefined) {
    if (!isForSearch(mapped)) throw new NotFound()
    await enterMunicipality(db, mapped.id)
    return send(await sitemapText(c, db, mapped))
  }
  const addresses: string[] = []
  // An index must not name another index: of a large municipality it names the parts.
  for (const municipality of (await services.municipalities.open()).filter(isForSearch)) {
    await enterMunicipality(db, municipality.id)
    addresses.push(...partAddresses(baseOf(c, municipality), await countParts(db)))
  }
  return send(sitemapIndexOf(addresses))
})

/** The municipality that this host is mapped to. */
export async function mappedMunicipality(c: Ctx): Promise<MunicipalityRow | undefined> {
  const { municipalities } = c.var.services
  const slug = municipalities.byHost(hostOf(c))
  return slug === undefined ? undefined : municipalities.bySlug(slug)
}

/** Examples and closed municipalities are not to be found by search engines. */
export const isForSearch = ({ isOpen, isExample, isDemo }: MunicipalityRow): boolean => isOpen && !isExample && !isDemo

const isMapped = (c: Ctx, slug: string) => c.var.services.municipalities.byHost(hostOf(c)) === slug
const baseOf = (c: Ctx, { slug }: MunicipalityRow) =>
  isMapped(c, slug) ? originOf(c) : `${c.var.services.config.publicUrl}/${slug}`

const countParts = async (db: Database) => Math.ceil((standingPages.length + (await countPublished(db))) / sitemapLimit)

const partAddresses = (base: string, parts: number): string[] =>
  parts === 1
    ? [base + paths.sitemap]
    : Array.from({ length: parts }, (_, index) => base + paths.sitemapPart(index + 1))

async function sitemapText(c: Ctx, db: Database, municipality: MunicipalityRow): Promise<string> {
  const parts = await countParts(db)
  return parts === 1 ? partText(c, db, municipality, 1) : sitemapIndexOf(partAddresses(baseOf(c, municipality), parts))
}

/** Some of the public pages, in each language that the municipality offers; the standing ones come first. */
async function partText(c: Ctx, db: Database, municipality: MunicipalityRow, number: number): Promise<string> {
  const { slug, languages } = municipality
  const base = baseOf(c, municipality)
  const offered = interfaceLanguages.filter((language) => language === 'de' || languages.includes(language))
  const pageOf = (path: string, changedAt?: Date): SitemapPage => {
    const address = path === '/' && !isMapped(c, slug) ? base : base + path
    return {
      address,
      alternates: offered.map((language) => ({ language, address: `${address}?sprache=${language}` })),
      ...(changedAt && { changedAt }),
    }
  }
  const standing = number === 1 ? standingPages : []
  const published = await listPublished(db, {
    limit: sitemapLimit - standing.length,
    offset: number === 1 ? 0 : (number - 1) * sitemapLimit - standingPages.length,
  })
  return sitemapOf([
    ...standing.map((path) => pageOf(path)),
    ...published.map(({ kind, id, changedAt }) => pageOf(thingPages[kind](id), changedAt)),
  ])
}
