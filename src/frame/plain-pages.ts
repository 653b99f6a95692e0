import { paths as fieldPaths } from '#domains/action-fields/paths.ts'
import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as bodyPaths } from '#domains/bodies/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'

/** Pages of one thing whose texts can stand in plain and easy German: where, and which kind it is. */
export const plainPages: readonly (readonly [path: string, kind: string])[] = [
  [fieldPaths.list, 'action-field'],
  [fieldPaths.topics.list, 'cross-cutting-topic'],
  [fieldPaths.targetGroups.list, 'target-group'],
  [needPaths.list, 'need'],
  [goalPaths.list, 'goal'],
  [measurePaths.list, 'measure'],
  [indicatorPaths.list, 'indicator'],
  [actorPaths.list, 'actor'],
  [bodyPaths.list, 'body'],
]
