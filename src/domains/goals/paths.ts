export const paths = {
  list: '/ziele',
  one: (id: number) => `/ziele/${id}`,
  new: '/ziele/neu',
  edit: (id: number) => `/ziele/${id}/bearbeiten`,
  publish: (id: number) => `/ziele/${id}/veroeffentlichen`,
  withdraw: (id: number) => `/ziele/${id}/zurueckziehen`,
  remove: (id: number) => `/ziele/${id}/loeschen`,
  move: (id: number) => `/ziele/${id}/verschieben`,
  history: (id: number) => `/verlauf/goal/${id}`,
  export: (ending: 'csv' | 'xlsx' | 'json') => `/ziele.${ending}`,
} as const
