export const paths = {
  list: '/akteure',
  one: (id: number) => `/akteure/${id}`,
} as const
