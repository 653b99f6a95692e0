export const paths = {
  list: '/einlesen',
  one: (id: number) => `/einlesen/${id}`,
  table: (id: number) => `/einlesen/${id}/tabelle`,
  columns: (id: number) => `/einlesen/${id}/spalten`,
  values: (id: number) => `/einlesen/${id}/werte`,
  preview: (id: number) => `/einlesen/${id}/vorschau`,
  discard: (id: number) => `/einlesen/${id}/verwerfen`,
  takeBack: (id: number) => `/einlesen/${id}/zuruecknehmen`,
  progress: (id: number) => `/einlesen/${id}/stand`,
} as const
