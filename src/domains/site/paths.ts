/** Pages that every site must have, and ways to find it; `instanceHome`, `robots` and `sitemap` stand at the root, too. */
export const paths = {
  instanceHome: '/',
  robots: '/robots.txt',
  sitemap: '/sitemap.xml',
  /** One part of a large sitemap, from 1 on. */
  sitemapPart: (number: number) => `/sitemap-${number}.xml`,
  imprint: '/impressum',
  privacy: '/datenschutz',
  accessibility: '/barrierefreiheit',
  reportBarrier: '/barriere-melden',
  /** For who holds an invitation into a municipality that is not open yet. */
  invitedPrivacy: (token: string) => `/einladung/${token}/datenschutz`,
  invitedImprint: (token: string) => `/einladung/${token}/impressum`,
  invitedAccessibility: (token: string) => `/einladung/${token}/barrierefreiheit`,
  barrierReports: '/barriere-melden/eingang',
  barrierReport: (id: number) => `/barriere-melden/eingang/${id}`,
  easyLanguage: '/leichte-sprache',
  signLanguage: '/gebaerdensprache',
  editSignLanguage: '/gebaerdensprache/bearbeiten',
  signLanguageFilm: '/gebaerdensprache/film',
  feed: '/neues.atom',
  previews: '/vorschau',
  previewLink: (token: string) => `/vorschau/${token}`,
  revokePreview: (id: number) => `/vorschau/${id}/widerrufen`,
  endPreview: '/vorschau/beenden',
} as const
