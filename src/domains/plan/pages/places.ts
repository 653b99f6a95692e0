import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import type { GroupName } from '../model/completeness.ts'
import { segments } from '../model/parts.ts'
import { paths } from '../paths.ts'

const onPlan = (kind: 'chapter' | 'phase' | 'event') => (id: number) => paths.part(segments[kind], id, 'bearbeiten')

/** Where a thing is seen. Parts of the plan have no page of their own: there it is where they are changed. */
const pages: Readonly<Record<string, (id: number) => string>> = {
  'plan-version': () => paths.plan,
  chapter: onPlan('chapter'),
  phase: onPlan('phase'),
  event: onPlan('event'),
  'action-field': fieldPaths.one,
  'cross-cutting-topic': fieldPaths.topic,
  'target-group': fieldPaths.targetGroup,
  need: needPaths.one,
  goal: goalPaths.one,
  measure: measurePaths.one,
  indicator: indicatorPaths.one,
  actor: actorPaths.one,
  body: bodyPaths.one,
}
export const pageOfThing = (kind: string, id: number): string => pages[kind]?.(id) ?? paths.plan

/** Where things are made of which the plan has none. */
const lists: Readonly<Record<string, string>> = {
  fields: fieldPaths.list,
  goals: goalPaths.list,
  measures: measurePaths.list,
  indicators: indicatorPaths.list,
}

/** The form's field that fills a gap. */
const fields: Record<GroupName, Readonly<Record<string, string>>> = {
  plan: { lead: 'lead', understanding: 'understanding', mainGoal: 'mainGoal', period: 'periodFrom' },
  field: { needs: '', description: 'description' },
  need: { targetGroup: 'targetGroupIds', source: 'sources', goal: 'goalIds' },
  goal: { need: 'needIds', indicator: 'indicatorIds', measure: '' },
  measure: {
    lead: 'lead',
    period: 'periodFrom',
    goal: 'goalIds',
    kind: 'kind',
    description: 'description',
    red: 'courseReleased',
  },
  indicator: { baseline: 'baselineValue', target: 'targetValue', source: 'source', value: '' },
  actor: {},
}

const kindOf = {
  field: 'action-field',
  need: 'need',
  goal: 'goal',
  measure: 'measure',
  indicator: 'indicator',
} as const

/** The place where a gap is filled: the thing's form, at its field; or the page on which it is done. */
export function placeOfGap(group: GroupName, rule: string, id: number): string {
  if (group === 'plan') {
    const list = lists[rule]
    if (list) return list
    const field = fields.plan[rule]
    return field ? `${paths.edit}#${field}` : `${paths.arrange}#schritte`
  }
  if (group === 'actor') return pageOfThing('actor', id)
  if (group === 'indicator' && rule === 'value') return indicatorPaths.newValue(id)
  const page = pageOfThing(kindOf[group], id)
  const field = fields[group][rule]
  return field ? `${page}/bearbeiten#${field}` : page
}
