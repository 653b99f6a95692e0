/** Pages about the municipality itself; those of the instance stand at the root of the server. */
export const paths = {
  instanceHome: '/',
  imprint: '/impressum',
  privacy: '/datenschutz',
  accessibility: '/barrierefreiheit',
  reportBarrier: '/barriere-melden',
  easyLanguage: '/leichte-sprache',
  signLanguage: '/gebaerdensprache',
  feed: '/neues.atom',
  settings: '/einrichten',
  opening: '/oeffnen',
  previews: '/vorschau',
  previewLink: (token: string) => `/vorschau/${token}`,
  instanceAdmin: '/verwaltung',
  newMunicipality: '/verwaltung/neu',
} as const
