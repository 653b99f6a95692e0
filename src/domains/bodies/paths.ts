export const paths = {
  list: '/gremien',
  one: (id: number) => `/gremien/${id}`,
  new: '/gremien/neu',
  edit: (id: number) => `/gremien/${id}/bearbeiten`,
  publish: (id: number) => `/gremien/${id}/veroeffentlichen`,
  withdraw: (id: number) => `/gremien/${id}/zurueckziehen`,
  remove: (id: number) => `/gremien/${id}/loeschen`,
  move: (id: number) => `/gremien/${id}/verschieben`,
  history: (id: number) => `/verlauf/body/${id}`,
  export: (ending: 'csv' | 'xlsx' | 'json') => `/gremien.${ending}`,
} as const
