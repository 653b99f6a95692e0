import * as v from 'valibot'
import { adjacencyOf, partOf, viewsOf, wayThrough, withNeighbours, type Chain, type ChainKind } from './chain.ts'

const wish = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined as never)
const id = wish(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)))

/** What the address bar asks of the chain; what we do not know means "not asked". */
export const chainFilter = v.object({
  feld: wish(v.union([v.literal('alle'), v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))])),
  thema: id,
  zielgruppe: id,
  /** One way, through any knot; the others name its kind, too. */
  weg: id,
  bedarf: id,
  ziel: id,
  zahl: id,
  seite: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1)), '1'), 1),
})
export type ChainFilter = v.InferOutput<typeof chainFilter>

const wayParameters: Record<ChainKind, 'bedarf' | 'ziel' | 'weg' | 'zahl'> = {
  need: 'bedarf',
  goal: 'ziel',
  measure: 'weg',
  indicator: 'zahl',
}

/** The knot whose way is asked for, if the plan has it. */
export function asked(chain: Chain, filter: ChainFilter): number | undefined {
  return chain.nodes.find(({ id: node, kind }) => filter.weg === node || filter[wayParameters[kind]] === node)?.id
}

export interface ChainView {
  /** What is shown: the knots asked for, and those tied to them. */
  chain: Chain
  /** Knots in full ink; the others are their neighbours. */
  focus: ReadonlySet<number>
  /** The way through one knot, where one is asked for. */
  way: ReadonlySet<number> | undefined
  center: number | undefined
  /** The field in view; 'alle', or undefined where the way or a filter across fields decides. */
  field: number | 'alle' | undefined
  view: number
  views: number
}

/**
 * The part of the plan that is asked for. Without any wish it is the first field: a whole plan in one picture would be
 * unreadable. `tagged`: the knots that carry the topic and target group asked for.
 */
export function viewOf(
  chain: Chain,
  filter: ChainFilter,
  fields: readonly number[],
  tagged: ReadonlySet<number> | undefined,
): ChainView {
  const near = adjacencyOf(chain)
  const center = asked(chain, filter)
  if (center !== undefined) {
    const way = wayThrough(near, center)
    const shown = withNeighbours(near, way)
    return { chain: partOf(chain, shown), focus: way, way, center, field: undefined, view: 1, views: 1 }
  }
  const withNodes = fields.find((field) => chain.nodes.some(({ fieldId }) => fieldId === field))
  const isKnown = filter.feld === 'alle' || fields.some((field) => field === filter.feld)
  const field = isKnown ? filter.feld : tagged ? 'alle' : (withNodes ?? 'alle')
  const seeds = chain.nodes
    .filter(({ fieldId }) => field === 'alle' || fieldId === field)
    .filter(({ id: node }) => !tagged || tagged.has(node))
    .map(({ id: node }) => node)
  const focus = new Set(seeds)
  const whole = partOf(chain, withNeighbours(near, focus))
  const views = viewsOf(whole, focus)
  const view = Math.min(filter.seite, views.length)
  const shown = views[view - 1] ?? new Set<number>()
  return {
    chain: partOf(whole, shown),
    focus,
    way: undefined,
    center: undefined,
    field,
    view,
    views: views.length,
  }
}
