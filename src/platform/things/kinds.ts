/**
 * Things that are drafted, published, withdrawn and removed in the same way: their kind as it stands in the audit, in
 * translations and tombstones; their table; whether they belong to a version of the plan; what names them.
 */
export const things = {
  chapter: { table: 'chapter', inPlan: true, title: 'title' },
  phase: { table: 'phase', inPlan: true, title: 'title' },
  event: { table: 'plan_event', inPlan: true, title: 'title' },
  'action-field': { table: 'action_field', inPlan: true, title: 'title' },
  'cross-cutting-topic': { table: 'cross_cutting_topic', inPlan: true, title: 'title' },
  'target-group': { table: 'target_group', inPlan: true, title: 'title' },
  need: { table: 'need', inPlan: true, title: 'statement' },
  goal: { table: 'goal', inPlan: true, title: 'text' },
  measure: { table: 'measure', inPlan: true, title: 'title' },
  indicator: { table: 'indicator', inPlan: true, title: 'title' },
  actor: { table: 'actor', inPlan: false, title: 'name' },
  body: { table: 'body', inPlan: false, title: 'name' },
} as const satisfies Record<string, { table: string; inPlan: boolean; title: string }>

export type ThingKind = keyof typeof things
export type PlanKind = { [Kind in ThingKind]: (typeof things)[Kind]['inPlan'] extends true ? Kind : never }[ThingKind]
