/** The texts of one thing in other languages: `/sprachen/measure/12`. */
export const paths = {
  list: '/sprachen',
  of: (kind: string, id: number) => `/sprachen/${kind}/${id}`,
} as const
