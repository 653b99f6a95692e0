import { paths as actorPaths } from '#domains/actors/paths.ts'
import { paths as areaPaths } from '#domains/areas/paths.ts'
import { paths as productPaths } from '#domains/budget-products/paths.ts'
import { paths as goalPaths } from '#domains/goals/paths.ts'
import { paths as measurePaths } from '#domains/measures/paths.ts'
import { paths as needPaths } from '#domains/needs/paths.ts'
import { paths as unitPaths } from '#domains/org-units/paths.ts'

const pages: Readonly<Record<string, { one: (id: number) => string; list: string }>> = {
  needs: needPaths,
  goals: goalPaths,
  actors: actorPaths,
  'org-units': unitPaths,
  'budget-products': productPaths,
  areas: areaPaths,
}

/** The page of a thing that a row is about. */
export const pageOfKind = (what: string, id: number): string => (pages[what] ?? measurePaths).one(id)

/** The list in which everything of a kind stands. */
export const listOfKind = (what: string): string => (pages[what] ?? measurePaths).list
