/** Everything that was done to one thing: `/verlauf/measure/12`. */
export const paths = {
  of: (kind: string, id: number) => `/verlauf/${kind}/${id}`,
} as const
