export const paths = {
  list: '/zahlen',
  one: (id: number) => `/zahlen/${id}`,
} as const
