/** The steps of setting up, as they stand in the address. */
export const stepSegments = {
  identity: 'grunddaten',
  look: 'aussehen',
  address: 'anschrift',
  imprint: 'impressum',
  privacy: 'datenschutz',
  accessibility: 'barrierefreiheit',
  languages: 'sprachen',
  words: 'woerter',
  rules: 'regeln',
  legal: 'recht',
  openData: 'offene-daten',
} as const
type Step = keyof typeof stepSegments

/** Words of the house with a page for a word of one's own. */
export const wordSegments = {
  plan: 'plan',
  actionField: 'handlungsfeld',
  migrationHistory: 'geschichte',
  administration: 'verwaltung',
  council: 'rat',
  territory: 'gebiet',
} as const

/** Pages that set up the municipality; those of the instance stand at the root of the server. */
export const paths = {
  settings: '/einrichten',
  step: (step: Step) => `/einrichten/${stepSegments[step]}`,
  addLogo: '/einrichten/aussehen/logo',
  removeLogo: '/einrichten/aussehen/logo-entfernen',
  ownWord: (meaning: keyof typeof wordSegments) => `/einrichten/woerter/${wordSegments[meaning]}`,
  opening: '/oeffnen',
  close: '/schliessen',
  colours: (version: number) => `/farben.css?v=${version}`,
  logo: (fileId: number) => `/logo?v=${fileId}`,
  instanceAdmin: '/verwaltung',
  newMunicipality: '/verwaltung/neu',
  municipality: (id: number) => `/verwaltung/${id}`,
  slug: (id: number) => `/verwaltung/${id}/adresse`,
  hosts: (id: number) => `/verwaltung/${id}/hostnamen`,
  removeHost: (id: number) => `/verwaltung/${id}/hostnamen/entfernen`,
  invite: (id: number) => `/verwaltung/${id}/einladung`,
  removeDemo: '/verwaltung/beispiele',
  testMail: '/verwaltung/testmail',
} as const
