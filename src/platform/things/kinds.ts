/**
 * Things that are drafted, published, withdrawn and removed in the same way: their kind as it stands in the audit, in
 * translations and tombstones; their table; whether they belong to a version of the plan; what names them; where their
 * pages are (null: they have none of their own).
 */
export const things = {
  chapter: { table: 'chapter', inPlan: true, title: 'title', page: null },
  phase: { table: 'phase', inPlan: true, title: 'title', page: null },
  event: { table: 'plan_event', inPlan: true, title: 'title', page: null },
  'action-field': { table: 'action_field', inPlan: true, title: 'title', page: '/handlungsfelder' },
  'cross-cutting-topic': { table: 'cross_cutting_topic', inPlan: true, title: 'title', page: '/querschnittsthemen' },
  'target-group': { table: 'target_group', inPlan: true, title: 'title', page: '/zielgruppen' },
  need: { table: 'need', inPlan: true, title: 'statement', page: '/bedarfe' },
  goal: { table: 'goal', inPlan: true, title: 'text', page: '/ziele' },
  measure: { table: 'measure', inPlan: true, title: 'title', page: '/massnahmen' },
  indicator: { table: 'indicator', inPlan: true, title: 'title', page: '/zahlen' },
  actor: { table: 'actor', inPlan: false, title: 'name', page: '/akteure' },
  body: { table: 'body', inPlan: false, title: 'name', page: '/gremien' },
} as const satisfies Record<string, { table: string; inPlan: boolean; title: string; page: string | null }>

export type ThingKind = keyof typeof things
export type PlanKind = { [Kind in ThingKind]: (typeof things)[Kind]['inPlan'] extends true ? Kind : never }[ThingKind]
