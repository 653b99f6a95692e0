/** The four strands, in the order of the chain. */
export const chainKinds = ['need', 'goal', 'measure', 'indicator'] as const
export type ChainKind = (typeof chainKinds)[number]

/** A knot of the chain. Ids are lasting identities of the plan, so they differ across kinds. */
export interface ChainNode {
  id: number
  kind: ChainKind
  fieldId: number | null
}

/** need → goal, goal → measure, measure → indicator, or goal → indicator (measured at the goal itself). */
export interface ChainLink {
  from: number
  to: number
}

export interface Chain {
  /** In the order in which the plan shows them. */
  nodes: readonly ChainNode[]
  links: readonly ChainLink[]
}

/** Both directions of every link. */
export interface Adjacency {
  up: ReadonlyMap<number, readonly number[]>
  down: ReadonlyMap<number, readonly number[]>
}

export function adjacencyOf({ links }: Chain): Adjacency {
  const up = new Map<number, number[]>()
  const down = new Map<number, number[]>()
  const add = (map: Map<number, number[]>, key: number, value: number) => {
    const known = map.get(key)
    if (known) known.push(value)
    else map.set(key, [value])
  }
  for (const { from, to } of links) {
    add(down, from, to)
    add(up, to, from)
  }
  return { up, down }
}

/** The whole way through one knot: everything before it and everything behind it, and itself. */
export function wayThrough({ up, down }: Adjacency, id: number): Set<number> {
  return new Set([...closure(up, id), ...closure(down, id)])
}

function closure(next: Adjacency['up'], start: number): Set<number> {
  const found = new Set([start])
  // A set that grows while it is walked visits what was added, too.
  for (const id of found) for (const other of next.get(id) ?? []) found.add(other)
  return found
}

/** These knots and everything that is tied to one of them. */
export function withNeighbours({ up, down }: Adjacency, ids: Iterable<number>): Set<number> {
  const found = new Set(ids)
  for (const id of [...found]) for (const next of [up, down]) for (const other of next.get(id) ?? []) found.add(other)
  return found
}

/** The part of a chain that consists of these knots and the links between them. */
export const partOf = ({ nodes, links }: Chain, ids: ReadonlySet<number>): Chain => ({
  nodes: nodes.filter(({ id }) => ids.has(id)),
  links: links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
})

/** What breaks the chain: a need that no goal answers, a goal that nothing serves (S2: every need can be checked). */
export function gapsOf(chain: Chain): { needs: number[]; goals: number[] } {
  const { down } = adjacencyOf(chain)
  const kindOf = new Map(chain.nodes.map(({ id, kind }) => [id, kind]))
  const lacks = (kind: ChainKind, target: ChainKind) =>
    chain.nodes
      .filter((node) => node.kind === kind && !(down.get(node.id) ?? []).some((other) => kindOf.get(other) === target))
      .map(({ id }) => id)
  return { needs: lacks('need', 'goal'), goals: lacks('goal', 'measure') }
}

/** How many measures one view of the chain shows at most, so that it stays readable and light. */
export const measuresPerView = 60

/**
 * The chain in views of a size one can read: each goal stands in exactly one, together with all that is tied to it. What
 * no goal holds comes last. `focus`: the knots asked for; goals outside it bring no others along. At least one view.
 */
export function viewsOf(chain: Chain, focus: ReadonlySet<number>, size = measuresPerView): Set<number>[] {
  const { up, down } = adjacencyOf(chain)
  const kindOf = new Map(chain.nodes.map(({ id, kind }) => [id, kind]))
  const views: { ids: Set<number>; measures: number }[] = []
  const add = (ids: Iterable<number>, measures: number) => {
    let view = views.at(-1)
    if (!view || (view.measures > 0 && view.measures + measures > size)) {
      view = { ids: new Set(), measures: 0 }
      views.push(view)
    }
    for (const id of ids) view.ids.add(id)
    view.measures += measures
  }
  const held = new Set<number>()
  for (const { id, kind } of chain.nodes) {
    if (kind !== 'goal') continue
    const tied = [...(up.get(id) ?? []), ...(down.get(id) ?? [])]
    const kept = focus.has(id) ? tied : tied.filter((other) => focus.has(other))
    const measures = kept.filter((other) => kindOf.get(other) === 'measure')
    const indicators = measures.flatMap((measure) => down.get(measure) ?? [])
    const ids = [id, ...kept, ...indicators]
    for (const one of ids) held.add(one)
    add(ids, Math.max(1, measures.length))
  }
  for (const { id, kind } of chain.nodes) {
    if (kind === 'goal' || held.has(id)) continue
    add([id, ...(kind === 'measure' ? (down.get(id) ?? []) : [])], 1)
  }
  return views.length > 0 ? views.map(({ ids }) => ids) : [new Set()]
}
