const thing = <const List extends string>(list: List, kind: string) => ({
  list,
  one: (id: number) => `${list}/${id}` as const,
  new: `${list}/neu` as const,
  edit: (id: number) => `${list}/${id}/bearbeiten` as const,
  publish: (id: number) => `${list}/${id}/veroeffentlichen` as const,
  withdraw: (id: number) => `${list}/${id}/zurueckziehen` as const,
  remove: (id: number) => `${list}/${id}/loeschen` as const,
  move: (id: number) => `${list}/${id}/verschieben` as const,
  history: (id: number) => `/verlauf/${kind}/${id}`,
  export: (ending: 'csv' | 'xlsx' | 'json') => `${list}.${ending}` as const,
})

/** The fields of action themselves; below them the two other ways of ordering a plan. */
export const paths = {
  ...thing('/handlungsfelder', 'action-field'),
  topics: thing('/querschnittsthemen', 'cross-cutting-topic'),
  targetGroups: thing('/zielgruppen', 'target-group'),
  topic: (id: number) => `/querschnittsthemen/${id}`,
  targetGroup: (id: number) => `/zielgruppen/${id}`,
} as const
