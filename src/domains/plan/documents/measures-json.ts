import type { OpenData } from '../queries/open-data.ts'
import { flexDateJson, type Shaping } from './plan-json.ts'

/** The chain of the plan: needs, goals, measures and indicators, tied by ids. */
export function measuresJson(data: OpenData, { translated, linked, linkedFrom }: Shaping) {
  const { needs, sources, goals, measures, resources, indicators, observations, places } = data
  const sourcesOf = Map.groupBy(sources, ({ needId }) => needId)
  const resourcesOf = Map.groupBy(resources, ({ measureId }) => measureId)
  const valuesOf = Map.groupBy(observations, ({ indicatorId }) => indicatorId)
  const placesOf = Map.groupBy(places, ({ measureId }) => measureId)
  const goalIds = new Set(goals.map(({ id }) => id))
  return {
    needs: needs.map((need) => ({
      id: need.id,
      statement: need.statement,
      description: need.description,
      actionFieldId: need.actionFieldId,
      targetGroupIds: linked('needTargetGroup', need.id),
      crossCuttingTopicIds: linked('needTopic', need.id),
      goalIds: linkedFrom('goalNeed', need.id),
      priority: need.priority,
      state: need.state,
      mergedIntoId: need.mergedIntoId,
      rejectionReason: need.rejectionReason,
      sources: (sourcesOf.get(need.id) ?? []).map(({ kind, text, date }) => ({ kind, text, date: flexDateJson(date) })),
      ...translated('need', need.id, { statement: need.statement, description: need.description }),
    })),
    goals: goals.map((goal) => ({
      id: goal.id,
      level: goal.level,
      source: goal.source,
      text: goal.text,
      leadIn: goal.leadIn,
      evidence: goal.evidence,
      actionFieldId: goal.actionFieldId,
      // A goal above that is not public is not named.
      parentId: goal.parentId !== null && goalIds.has(goal.parentId) ? goal.parentId : null,
      relation: goal.relation,
      stairStep: goal.stairStep,
      needIds: linked('goalNeed', goal.id),
      crossCuttingTopicIds: linked('goalTopic', goal.id),
      indicatorIds: linked('goalIndicator', goal.id),
      measureIds: linkedFrom('measureGoal', goal.id),
      ...translated('goal', goal.id, { text: goal.text, evidence: goal.evidence }),
    })),
    measures: measures.map((measure) => {
      const near = placesOf.get(measure.id) ?? []
      const at = (kind: string) => near.filter((place) => place.kind === kind)
      const named = ({ type, id, name }: (typeof near)[number]) => ({ kind: type, id, name })
      const [lead] = at('lead')
      return {
        id: measure.id,
        number: measure.number,
        title: measure.title,
        description: measure.description,
        actionFieldId: measure.actionFieldId,
        kind: measure.kind,
        isFlagship: measure.isFlagship,
        isQuickWin: measure.isQuickWin,
        goalIds: linked('measureGoal', measure.id),
        targetGroupIds: linked('measureTargetGroup', measure.id),
        crossCuttingTopicIds: linked('measureTopic', measure.id),
        indicatorIds: linked('measureIndicator', measure.id),
        lead: lead ? named(lead) : null,
        partners: at('partner').map(named),
        areas: at('area').map(({ id, name }) => ({ id, name })),
        periodFrom: flexDateJson(measure.periodFrom),
        periodTo: flexDateJson(measure.periodTo),
        isPermanent: measure.isPermanent,
        state: measure.state,
        stateReason: measure.stateReason,
        progress: measure.progress,
        course: measure.courseReleased ? measure.course : null,
        courseReason: measure.courseReleased ? measure.courseReason : null,
        confirmedOn: measure.confirmedOn,
        logic: measure.logic,
        resources: (resourcesOf.get(measure.id) ?? []).map((row) => ({
          year: row.year,
          fte: row.fte,
          staffCents: row.staffCents,
          materialCents: row.materialCents,
          incomeCents: row.incomeCents,
          spentCents: row.spentCents,
          fundingSource: row.fundingSource,
        })),
        ...translated('measure', measure.id, {
          title: measure.title,
          description: measure.description,
          stateReason: measure.stateReason,
        }),
      }
    }),
    indicators: indicators.map((indicator) => ({
      id: indicator.id,
      code: indicator.code,
      title: indicator.title,
      actionFieldId: indicator.actionFieldId,
      goalIds: linkedFrom('goalIndicator', indicator.id),
      measureIds: linkedFrom('measureIndicator', indicator.id),
      unit: indicator.unit,
      kind: indicator.kind,
      decimals: indicator.decimals,
      direction: indicator.direction,
      baseline: dated(indicator.baselineValue, indicator.baselineDate),
      target: dated(indicator.targetValue, indicator.targetDate),
      method: indicator.method,
      limits: indicator.limits,
      source: indicator.source,
      license: indicator.licence,
      observations: (valuesOf.get(indicator.id) ?? []).map((row) => ({
        periodFrom: row.periodFrom,
        periodTo: row.periodTo,
        value: row.value,
        numerator: row.numerator,
        denominator: row.denominator,
        sign: row.sign,
        flags: row.flags,
        source: row.source,
      })),
      ...translated('indicator', indicator.id, {
        title: indicator.title,
        method: indicator.method,
        limits: indicator.limits,
      }),
    })),
  }
}

const dated = (value: number | null, date: string | null) => (value === null ? null : { value, date })
