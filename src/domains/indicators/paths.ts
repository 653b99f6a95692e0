export const paths = {
  list: '/zahlen',
  one: (id: number) => `/zahlen/${id}`,
  new: '/zahlen/neu',
  edit: (id: number) => `/zahlen/${id}/bearbeiten`,
  publish: (id: number) => `/zahlen/${id}/veroeffentlichen`,
  withdraw: (id: number) => `/zahlen/${id}/zurueckziehen`,
  remove: (id: number) => `/zahlen/${id}/loeschen`,
  history: (id: number) => `/verlauf/indicator/${id}`,
  settings: '/zahlen/ampel',
  /** All values of an indicator, also those that stay in the house. */
  values: (id: number) => `/zahlen/${id}/werte`,
  newValue: (id: number) => `/zahlen/${id}/werte/neu`,
  editValue: (id: number, value: number) => `/zahlen/${id}/werte/${value}/bearbeiten`,
  removeValue: (id: number, value: number) => `/zahlen/${id}/werte/${value}/loeschen`,
  /** Several years at once. */
  years: (id: number) => `/zahlen/${id}/jahre`,
  export: (ending: 'csv' | 'xlsx' | 'json') => `/zahlen.${ending}`,
  exportOne: (id: number, ending: 'csv' | 'xlsx' | 'json') => `/zahlen/${id}.${ending}`,
} as const
