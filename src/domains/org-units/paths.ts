export const paths = {
  list: '/organisation',
  one: (id: number) => `/organisation/${id}`,
  new: '/organisation/neu',
  edit: (id: number) => `/organisation/${id}/bearbeiten`,
  move: (id: number) => `/organisation/${id}/verschieben`,
  remove: (id: number) => `/organisation/${id}/loeschen`,
  export: (ending: 'csv' | 'xlsx' | 'json') => `/organisation.${ending}`,
} as const
