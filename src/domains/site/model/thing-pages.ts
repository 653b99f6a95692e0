import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { paths as planPaths } from '#domains/plan/paths.ts'
import { paths } from '../paths.ts'

/** Things that have a page of their own, and its address. */
export const thingPages = {
  'action-field': fieldPaths.one,
  'cross-cutting-topic': fieldPaths.topic,
  'target-group': fieldPaths.targetGroup,
  need: needPaths.one,
  goal: goalPaths.one,
  measure: measurePaths.one,
  indicator: indicatorPaths.one,
  actor: actorPaths.one,
  body: bodyPaths.one,
} as const
export type PageKind = keyof typeof thingPages
export const pageKinds = Object.keys(thingPages) as PageKind[]

/** The public pages that every municipality has. */
export const standingPages: readonly string[] = [
  planPaths.home,
  planPaths.plan,
  planPaths.chain,
  planPaths.versions,
  fieldPaths.list,
  needPaths.list,
  goalPaths.list,
  measurePaths.list,
  indicatorPaths.list,
  actorPaths.list,
  bodyPaths.list,
  paths.easyLanguage,
  paths.signLanguage,
  paths.accessibility,
  paths.reportBarrier,
  paths.privacy,
  paths.imprint,
]

/**
 * Fields that the public does not see: a change of nothing else is not news. The course of a measure counts once it is
 * released.
 */
export const internalFields: readonly string[] = [
  'internalNote',
  'confirmedOn',
  'course',
  'courseReason',
  'courseReleased',
  'contacts',
  'consents',
  'notes',
]
