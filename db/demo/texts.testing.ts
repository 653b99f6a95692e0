import type { DemoMunicipality, Text } from './format.ts'

/** A text with the place it stands at, so that a failing test names both. */
export interface Placed {
  at: string
  text: string
}

const versions = (at: string, text: Text | undefined): Placed[] => {
  if (text === undefined) return []
  if (typeof text === 'string') return [{ at, text }]
  return Object.entries(text).map(([language, version]) => ({ at: `${at} (${language})`, text: version }))
}

/**
 * Every text that was written for an example. Left out: names that are one thing in two places (the plan and its version
 * in force, a topic named like its field, the line above a list of project goals) and words of a list (units, languages).
 */
export function writtenTexts({ plan, bodies, actors }: DemoMunicipality): Placed[] {
  return [
    versions('plan title', plan.title),
    versions('lead', plan.lead),
    versions('main goal of the plan', plan.mainGoal),
    versions('understanding', plan.understanding?.text),
    (plan.parentStrategy?.items ?? []).flatMap((item, i) => versions(`strategy ${i}`, item)),
    plan.versions.flatMap(({ label, decision, goals = [] }) => [
      ...versions(`version ${label}`, label),
      ...versions(`decision ${label}`, decision?.text),
      ...goals.flatMap(({ text }, i) => versions(`goal ${i} of ${label}`, text)),
    ]),
    plan.phases.flatMap(({ title, outcome }, i) => [
      ...versions(`phase ${i}`, title),
      ...versions(`phase ${i} outcome`, outcome),
    ]),
    plan.events.flatMap(({ title, text }, i) => [
      ...versions(`event ${i}`, title),
      ...versions(`event ${i} text`, text),
    ]),
    plan.chapters.flatMap(({ title, text }, i) => [
      ...versions(`chapter ${i}`, title),
      ...versions(`chapter ${i} text`, text),
    ]),
    plan.actionFields.flatMap(({ key, title, description }) => [
      ...versions(key, title),
      ...versions(`${key} description`, description),
    ]),
    plan.crossCuttingTopics.flatMap(({ key, description }) => versions(`topic ${key}`, description)),
    plan.targetGroups.flatMap((group) => [
      ...versions(group.key, group.title),
      ...versions(`${group.key} description`, group.description),
      ...versions(`${group.key} size`, group.estimatedSize?.source),
    ]),
    plan.needs.flatMap((need) => [
      ...versions(need.key, need.statement),
      ...versions(`${need.key} description`, need.description),
      ...versions(`${need.key} reason`, need.reason),
      ...need.sources.flatMap(({ text }, i) => versions(`${need.key} source ${i}`, text)),
    ]),
    plan.goals.flatMap(({ key, text, evidence }) => [...versions(key, text), ...versions(`${key} evidence`, evidence)]),
    plan.measures.flatMap((measure) => [
      ...versions(measure.key, measure.title),
      ...versions(`${measure.key} description`, measure.description),
      ...versions(`${measure.key} state`, measure.stateReason),
      ...versions(`${measure.key} course`, measure.courseReason),
      ...versions(`${measure.key} note`, measure.internalNote),
      ...Object.entries(measure.logic ?? {}).flatMap(([step, text]) => versions(`${measure.key} ${step}`, text)),
    ]),
    plan.indicators.flatMap((indicator) => [
      ...versions(indicator.key, indicator.title),
      ...versions(`${indicator.key} method`, indicator.method),
      ...versions(`${indicator.key} limits`, indicator.limits),
      ...versions(`${indicator.key} source`, indicator.source),
      ...indicator.values.flatMap(({ year, note }) => versions(`${indicator.key} ${year}`, note)),
    ]),
    bodies.flatMap((body) => [
      ...versions(body.key, body.purpose),
      ...versions(`${body.key} meets`, body.meets),
      ...body.tasks.flatMap(({ text }, i) => versions(`${body.key} task ${i}`, text)),
      ...body.seats.flatMap(({ kind, label }, i) =>
        kind === 'DELEGATE_OF' ? [] : versions(`${body.key} seat ${i}`, label),
      ),
    ]),
    actors.flatMap((actor) => [
      ...versions(`${actor.key} name`, actor.name),
      ...versions(`${actor.key} description`, actor.description),
      ...versions(`${actor.key} cooperation`, actor.cooperation?.form),
      ...actor.offers.flatMap((offer) => versions(`${actor.key} offer`, offer)),
    ]),
  ].flat()
}
