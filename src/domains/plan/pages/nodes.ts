import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as indicatorPaths } from '#domains/indicators/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import type { ChainKind } from '../model/chain.ts'

const pathsOf: Record<ChainKind, { list: string; one: (id: number) => string }> = {
  need: needPaths,
  goal: goalPaths,
  measure: measurePaths,
  indicator: indicatorPaths,
}

export const pathOfNode = (kind: ChainKind, id: number): string => pathsOf[kind].one(id)
export const listOfKind = (kind: ChainKind): string => pathsOf[kind].list
