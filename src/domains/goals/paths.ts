export const paths = {
  list: '/ziele',
  one: (id: number) => `/ziele/${id}`,
} as const
