/** Pages that set up the municipality; those of the instance stand at the root of the server. */
export const paths = {
  settings: '/einrichten',
  opening: '/oeffnen',
  instanceAdmin: '/verwaltung',
  newMunicipality: '/verwaltung/neu',
} as const
