export const paths = {
  list: '/produkte',
  one: (id: number) => `/produkte/${id}`,
  new: '/produkte/neu',
  edit: (id: number) => `/produkte/${id}/bearbeiten`,
  remove: (id: number) => `/produkte/${id}/loeschen`,
  export: (ending: 'csv' | 'xlsx' | 'json') => `/produkte.${ending}`,
} as const
