export const paths = {
  list: '/gremien',
  one: (id: number) => `/gremien/${id}`,
} as const
