import { orderApis } from '#domains/action-fields/index.ts'
import { actorsApi } from '#domains/actors/index.ts'
import { areasApi } from '#domains/areas/index.ts'
import { bodiesApi } from '#domains/bodies/index.ts'
import { goalsApi } from '#domains/goals/index.ts'
import { indicatorsApi } from '#domains/indicators/index.ts'
import { measuresApi } from '#domains/measures/index.ts'
import { needsApi } from '#domains/needs/index.ts'
import type { Collection } from '#platform/api/collection.ts'

/** What the API gives out, in the order of its documentation: along the chain, then what stands around it. */
export const collections: readonly Collection[] = [
  ...[needsApi, goalsApi, measuresApi, indicatorsApi],
  ...orderApis,
  ...[actorsApi, bodiesApi, areasApi],
]
