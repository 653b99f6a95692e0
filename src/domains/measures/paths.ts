export const paths = {
  list: '/massnahmen',
  one: (id: number) => `/massnahmen/${id}`,
  new: '/massnahmen/neu',
  edit: (id: number) => `/massnahmen/${id}/bearbeiten`,
  publish: (id: number) => `/massnahmen/${id}/veroeffentlichen`,
  withdraw: (id: number) => `/massnahmen/${id}/zurueckziehen`,
  money: (id: number) => `/massnahmen/${id}/mittel`,
  confirm: (id: number) => `/massnahmen/${id}/bestaetigen`,
  remove: (id: number) => `/massnahmen/${id}/loeschen`,
  bulk: '/massnahmen/auswahl',
  export: (ending: 'csv' | 'xlsx' | 'json') => `/massnahmen.${ending}`,
} as const
