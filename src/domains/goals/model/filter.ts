import * as v from 'valibot'
import { listEntries, wishedId, wishedWord } from '#platform/forms/filter.ts'
import { goalLevels, goalSources, type GoalInList } from './goal.ts'

export const sortKeys = ['folge', 'ziel', 'ebene', 'massnahmen', 'indikatoren'] as const
export type SortKey = (typeof sortKeys)[number]

/** The filter of the list, as it stands in the address. */
export const goalFilter = v.object({
  ...listEntries(sortKeys),
  ebene: wishedWord(goalLevels),
  herkunft: wishedWord(goalSources),
  feld: wishedId,
  thema: wishedId,
  ohne: wishedWord(['indikator', 'massnahme']),
  entwurf: wishedWord(['1']),
  ansicht: wishedWord(['liste']),
})
export type GoalFilter = v.InferOutput<typeof goalFilter>

/** The parts of the filter that narrow the list, as chips show them. */
export const narrowing = ['q', 'ebene', 'herkunft', 'feld', 'thema', 'ohne', 'entwurf'] as const

/** Beyond this a tree is no longer an overview. */
export const mostInTree = 300
/** The whole plan is shown as a tree; whoever looks for something gets a list. */
export const isTree = (filter: GoalFilter): boolean =>
  filter.ansicht === undefined &&
  filter.sort === 'folge' &&
  filter.seite === 1 &&
  narrowing.every((name) => filter[name] === undefined || filter[name] === '')

export interface GoalBranch {
  goal: GoalInList
  children: GoalBranch[]
}

/** Goals below their parents; whose parent is not seen stands at the top. Order is that of the list given. */
export function treeOf(goals: readonly GoalInList[]): GoalBranch[] {
  const known = new Set(goals.map(({ id }) => id))
  const below = new Map<number | null, GoalInList[]>()
  for (const goal of goals) {
    const parentId = goal.parentId !== null && known.has(goal.parentId) ? goal.parentId : null
    below.set(parentId, [...(below.get(parentId) ?? []), goal])
  }
  const branch = (goal: GoalInList): GoalBranch => ({ goal, children: (below.get(goal.id) ?? []).map(branch) })
  return (below.get(null) ?? []).map(branch)
}
