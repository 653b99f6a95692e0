export const paths = {
  list: '/gebiete',
  one: (id: number) => `/gebiete/${id}`,
  new: '/gebiete/neu',
  edit: (id: number) => `/gebiete/${id}/bearbeiten`,
  remove: (id: number) => `/gebiete/${id}/loeschen`,
  import: '/gebiete/einlesen',
  history: (id: number) => `/verlauf/area/${id}`,
  export: (ending: 'csv' | 'xlsx' | 'json') => `/gebiete.${ending}`,
} as const
