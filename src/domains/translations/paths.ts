/** The texts of one thing in other languages: `/sprachen/measure/12`. */
export const paths = {
  list: '/sprachen',
  of: (kind: string, id: number) => `/sprachen/${kind}/${id}`,
  /** The texts in one language as a file for a translation office. */
  file: '/sprachen.xlsx',
  read: '/sprachen/einlesen',
} as const
