import { adjacencyOf, chainKinds, type Adjacency, type Chain, type ChainKind, type ChainNode } from './chain.ts'

/** How many knots of each kind the picture on the home page holds at most: more would be a blur. */
export const weaveLimits: Record<ChainKind, number> = { need: 9, goal: 7, measure: 15, indicator: 8 }

export interface Weave {
  columns: Record<ChainKind, number[]>
  links: { from: number; to: number; kind: 'need' | 'goal' | 'measure' }[]
  /** One whole way from need to indicator, or as far as there is one. */
  way: number[]
  /** Not everything is in the picture. */
  isExcerpt: boolean
}

/**
 * The picture of the plan: its real knots and links, as an excerpt where there are many. Fields take turns, so that
 * each is seen. `preferred`: measures that the shown way should go through, best first.
 */
export function weaveOf(chain: Chain, preferred: readonly number[] = []): Weave {
  const near = adjacencyOf(chain)
  const byId = new Map(chain.nodes.map((node) => [node.id, node]))
  const way = oneWay(near, byId, preferred, chain)
  const chosen: Record<ChainKind, Set<number>> = {
    need: new Set(),
    goal: new Set(),
    measure: new Set(),
    indicator: new Set(),
  }
  const choose = (id: number) => {
    const kind = byId.get(id)?.kind
    if (kind && chosen[kind].size < weaveLimits[kind]) chosen[kind].add(id)
  }
  for (const id of way) choose(id)
  const tied = ({ id }: ChainNode) => near.up.has(id) || near.down.has(id)
  for (const id of inTurns(chain.nodes.filter((node) => node.kind === 'goal' && tied(node)))) choose(id)
  const goals = [...chosen.goal]
  takeTurns(goals, (id) => kept(near.up.get(id), byId, 'need'), choose)
  takeTurns(goals, (id) => kept(near.down.get(id), byId, 'measure'), choose)
  takeTurns([...chosen.measure], (id) => kept(near.down.get(id), byId, 'indicator'), choose)
  takeTurns(goals, (id) => kept(near.down.get(id), byId, 'indicator'), choose)
  // What is tied to nothing yet is part of the plan too, where there is room.
  for (const kind of chainKinds) for (const id of inTurns(chain.nodes.filter((node) => node.kind === kind))) choose(id)

  const columns = Object.fromEntries(
    chainKinds.map((kind) => [kind, chain.nodes.filter(({ id }) => chosen[kind].has(id)).map(({ id }) => id)]),
  ) as Weave['columns']
  const shown = new Set(Object.values(columns).flat())
  const next: Partial<Record<ChainKind, ChainKind>> = { need: 'goal', goal: 'measure', measure: 'indicator' }
  const links = chain.links.flatMap(({ from, to }) => {
    const [start, end] = [byId.get(from)?.kind, byId.get(to)?.kind]
    if (!start || start === 'indicator' || next[start] !== end || !shown.has(from) || !shown.has(to)) return []
    return [{ from, to, kind: start }]
  })
  return { columns, links, way, isExcerpt: shown.size < chain.nodes.length }
}

const kept = (ids: readonly number[] | undefined, byId: ReadonlyMap<number, ChainNode>, kind: ChainKind) =>
  (ids ?? []).filter((id) => byId.get(id)?.kind === kind)

/** The first of each, then the second of each …, so that no goal takes all the room. */
function takeTurns(ids: readonly number[], listOf: (id: number) => number[], choose: (id: number) => void) {
  const lists = ids.map(listOf)
  const longest = Math.max(0, ...lists.map((list) => list.length))
  for (let turn = 0; turn < longest; turn++)
    for (const list of lists) {
      const id = list[turn]
      if (id !== undefined) choose(id)
    }
}

function inTurns(nodes: readonly ChainNode[]): number[] {
  const fields = Map.groupBy(nodes, ({ fieldId }) => fieldId)
  const ids: number[] = []
  takeTurns(
    [...fields.keys()].map((_, place) => place),
    (place) => ([...fields.values()][place] ?? []).map(({ id }) => id),
    (id) => void ids.push(id),
  )
  return ids
}

/** The way through the first measure that has need, goal and indicator; else through the first with a goal; else none. */
function oneWay(
  near: Adjacency,
  byId: ReadonlyMap<number, ChainNode>,
  preferred: readonly number[],
  chain: Chain,
): number[] {
  const measures = [...preferred, ...chain.nodes.filter(({ kind }) => kind === 'measure').map(({ id }) => id)]
  const ways = measures.map((measure) => {
    const goals = kept(near.up.get(measure), byId, 'goal')
    const goal = goals.find((id) => kept(near.up.get(id), byId, 'need').length > 0) ?? goals[0]
    const need = goal === undefined ? undefined : kept(near.up.get(goal), byId, 'need')[0]
    const indicator = kept(near.down.get(measure), byId, 'indicator')[0]
    return [need, goal, measure, indicator].filter((id) => id !== undefined)
  })
  return ways.find((way) => way.length === 4) ?? ways.find((way) => way.length > 1) ?? []
}
