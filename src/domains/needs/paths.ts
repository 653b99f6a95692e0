export const paths = {
  list: '/bedarfe',
  one: (id: number) => `/bedarfe/${id}`,
} as const
