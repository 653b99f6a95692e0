export const paths = {
  list: '/einlesen',
  one: (id: number) => `/einlesen/${id}`,
} as const
