import { xml } from '#values/xml.ts'

export interface SitemapPage {
  address: string
  /** The same page by language; with these, search engines show each reader the right one. */
  alternates: { language: string; address: string }[]
  changedAt?: Date
}

const head = '<?xml version="1.0" encoding="utf-8"?>\n'
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** How many addresses one file holds. 50,000 are allowed; with languages these would be 30 MB. */
export const sitemapLimit = 10_000

/** The pages of one municipality, or a part of them. */
export const sitemapOf = (pages: readonly SitemapPage[]): string =>
  `${head}<urlset xmlns="${schema}" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map(pageOf).join('')}</urlset>
`

function pageOf({ address, alternates, changedAt }: SitemapPage) {
  const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
  const others = alternates.map(
    (other) => `<xhtml:link rel="alternate" hreflang="${other.language}" href="${xml(other.address)}"/>`,
  )
  return `<url><loc>${xml(address)}</loc>${changed}${others.join('')}</url>\n`
}

/** Several sitemaps: of an instance one per municipality, of a large municipality its parts. Indexes do not nest. */
export const sitemapIndexOf = (addresses: readonly string[]): string =>
  `${head}<sitemapindex xmlns="${schema}">
${addresses.map((address) => `<sitemap><loc>${xml(address)}</loc></sitemap>\n`).join('')}</sitemapindex>
`

/** What crawlers may read. Pages that must not be found say so themselves: a crawler has to read that. */
export const robotsOf = (sitemap: string | undefined, mayRead: boolean): string =>
  mayRead
    ? `User-agent: *
Disallow: /anmelden
Disallow: /konto
Disallow: /verwaltung
Disallow: /*/vorschau/
Disallow: /vorschau/
${sitemap ? `\nSitemap: ${sitemap}\n` : ''}`
    : 'User-agent: *\nDisallow: /\n'
