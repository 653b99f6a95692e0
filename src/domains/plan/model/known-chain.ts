import type { Chain, ChainKind } from './chain.ts'
import type { MeasureState } from './progress.ts'

/** A knot with what the home page needs to know of it; no texts. */
export interface KnownNode {
  id: number
  kind: ChainKind
  fieldId: number | null
  /** Only measures have one. */
  state: MeasureState | null
  isFlagship: boolean
}
export interface KnownChain extends Chain {
  nodes: KnownNode[]
  /** What counts as well but is no part of the chain: needs that were turned down, goals above the fields without a link. */
  outside: KnownNode[]
}

/** How many there are of a kind, in the chain and outside of it: the number that every page says. */
export const countOf = ({ nodes, outside }: KnownChain, kind: ChainKind): number =>
  [...nodes, ...outside].filter((node) => node.kind === kind).length
