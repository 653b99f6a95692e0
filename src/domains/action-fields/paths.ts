export const paths = {
  list: '/handlungsfelder',
  one: (id: number) => `/handlungsfelder/${id}`,
  topic: (id: number) => `/querschnittsthemen/${id}`,
  targetGroup: (id: number) => `/zielgruppen/${id}`,
} as const
