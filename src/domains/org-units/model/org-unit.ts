import type { LocalDate } from '#values/local-date.ts'

/** A part of the administration. Its level is a word of the house: Dezernat, Fachbereich, Amt, Sachgebiet … */
export interface OrgUnit {
  id: number
  version: number
  levelName: string
  /** As the house writes it: "V", "21.1", "032". */
  code: string | null
  name: string
  parentId: number | null
  startedOn: LocalDate | null
  endedOn: LocalDate | null
  mergedIntoId: number | null
  phone: string | null
  email: string | null
  position: number
  /** Measures that it leads, as far as the reader sees them. */
  ledCount: number
}

/** A unit with what stands below it. */
export interface UnitNode extends OrgUnit {
  children: UnitNode[]
}

/** Its last day is over: it stays on old measures, but cannot be chosen anew. */
export const isEnded = ({ endedOn }: Pick<OrgUnit, 'endedOn'>, today: LocalDate): boolean =>
  endedOn !== null && endedOn < today

/** The words for levels that most houses use; a house adds its own by writing them. */
export const usualLevels = [
  'Dezernat',
  'Fachbereich',
  'Amt',
  'Stabsstelle',
  'Abteilung',
  'Referat',
  'Sachgebiet',
  'Team',
]

/** What the form suggests as level: first what this house uses, most frequent first. */
export function suggestedLevels(units: readonly Pick<OrgUnit, 'levelName'>[]): string[] {
  const counts = new Map<string, number>()
  for (const { levelName } of units) counts.set(levelName, (counts.get(levelName) ?? 0) + 1)
  const used = [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name)
  return [...used, ...usualLevels.filter((name) => !counts.has(name))]
}

type Placed = Pick<OrgUnit, 'id' | 'parentId' | 'position'>

/** Units below units. What has no parent, or one that is not there, stands at the top; nobody is lost in a circle. */
export function treeOf(units: readonly OrgUnit[]): UnitNode[] {
  const known = new Set(units.map(({ id }) => id))
  const below = Map.groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const placed = new Set<number>()
  const grow = (parent: number | null): UnitNode[] =>
    (below.get(parent) ?? [])
      .filter(({ id }) => !placed.has(id))
      .map((unit) => {
        placed.add(unit.id)
        return { ...unit, children: grow(unit.id) }
      })
  const roots = grow(null)
  // Units that are each other's parents hang from nowhere.
  const stray = units.filter(({ id }) => !placed.has(id)).map((unit) => ({ ...unit, children: [] }))
  return [...roots, ...stray]
}

/** From the top down to the unit's parent. */
export function ancestorsOf<Unit extends Placed>(units: readonly Unit[], id: number): Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const path: Unit[] = []
  let next = byId.get(id)?.parentId ?? null
  while (next !== null) {
    const unit = byId.get(next)
    if (!unit || path.includes(unit)) break
    path.unshift(unit)
    next = unit.parentId
  }
  return path
}

/** The unit and everything below it. */
export function withDescendants(units: readonly Placed[], id: number): Set<number> {
  const found = new Set([id])
  for (let size = 0; size !== found.size;) {
    size = found.size
    for (const { id: child, parentId } of units) if (parentId !== null && found.has(parentId)) found.add(child)
  }
  return found
}

/** The tree without what has ended, unless something below it goes on; and beside it the ended ones. */
export function presentAndPast(units: readonly OrgUnit[], today: LocalDate): { present: UnitNode[]; past: OrgUnit[] } {
  const goingOn = new Set<number>()
  for (const unit of units)
    if (!isEnded(unit, today)) for (const { id } of [unit, ...ancestorsOf(units, unit.id)]) goingOn.add(id)
  return {
    present: treeOf(units.filter(({ id }) => goingOn.has(id))),
    past: units.filter((unit) => isEnded(unit, today) && !goingOn.has(unit.id)),
  }
}

/** Units in the order of the tree, each with how deep it stands: for select fields. */
export function inTreeOrder(nodes: readonly UnitNode[], depth = 0): { unit: UnitNode; depth: number }[] {
  return nodes.flatMap((unit) => [{ unit, depth }, ...inTreeOrder(unit.children, depth + 1)])
}

/** "Amt 21 Teilhabe und Integration" is said as "Amt 21", the name stands beside it. */
export const levelOf = ({ levelName, code }: Pick<OrgUnit, 'levelName' | 'code'>): string =>
  code === null ? levelName : `${levelName} ${code}`
