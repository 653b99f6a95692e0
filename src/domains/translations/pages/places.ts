import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { paths as planPaths } from '#domains/plan/paths.ts'
import type { TextKind } from '../model/texts.ts'

const places: Record<TextKind, (id: number) => string> = {
  'plan-version': () => planPaths.plan,
  // Parts of the plan have no page of their own: they stand where they are arranged.
  chapter: () => `${planPaths.arrange}#kapitel`,
  phase: () => `${planPaths.arrange}#schritte`,
  event: () => `${planPaths.arrange}#termine`,
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

/** The page of the thing itself. */
export const pageOf = (kind: TextKind, id: number): string => places[kind](id)
