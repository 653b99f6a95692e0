import { adjacencyOf, type Chain, type ChainKind, type ChainNode } from './chain.ts'

/**
 * What stands in one place of the picture: a knot; a gap, said in words; or the thread of a goal that is measured at the
 * goal itself and so passes the column of the measures.
 */
export type ChainCell = { node: number } | { gap: 'goal' | 'measure' } | { through: number }
/** One row: need, goal, measure, indicator. */
type Place = ChainCell | undefined
export type ChainRow = readonly [need: Place, goal: Place, measure: Place, indicator: Place]

/** A line in one of the three gutters between the columns. */
export interface DrawnLink {
  gutter: 0 | 1 | 2
  from: number
  to: number
  fromRow: number
  toRow: number
}
export interface ChainLayout {
  rows: ChainRow[]
  links: DrawnLink[]
}

export const columnOf: Record<ChainKind, 0 | 1 | 2 | 3> = { need: 0, goal: 1, measure: 2, indicator: 3 }

type Column = 0 | 1 | 2 | 3
type Places = ChainCell[][]

/**
 * Lays a chain out in four columns with fixed rows (a general graph layout does not keep its columns). Each goal gets a
 * block of rows with what it brings along: its needs and measures that no earlier goal has brought, and their indicators.
 * So most lines are short, and no two knots ever share a place.
 */
export function layOut(chain: Chain): ChainLayout {
  const nodes = new Map(chain.nodes.map((node) => [node.id, node]))
  const rank = new Map(chain.nodes.map(({ id }, place) => [id, place]))
  const { up, down } = adjacencyOf(chain)
  const placed = new Set<number>()
  const blocks: Places[] = []
  // Goals that bring nothing of their own along: they stand beside what they share with others.
  const guests: number[] = []

  const of = (ids: readonly number[] | undefined, kind: ChainKind) =>
    (ids ?? []).filter((id) => nodes.get(id)?.kind === kind).toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
  const take = (ids: readonly number[]) => {
    const fresh = [...new Set(ids)].filter((id) => !placed.has(id))
    for (const id of fresh) placed.add(id)
    return fresh
  }

  for (const goal of chain.nodes) {
    if (goal.kind !== 'goal') continue
    const serving = of(down.get(goal.id), 'measure')
    const direct = directIndicators(goal, serving, of(down.get(goal.id), 'indicator'), down)
    const block = {
      goal: goal.id,
      hasMeasure: serving.length > 0,
      needs: take(of(up.get(goal.id), 'need')),
      measures: take(serving),
      direct: take(direct),
      hasDirect: direct.length > 0,
      indicatorsOf: (measure: number) => take(of(down.get(measure), 'indicator')),
    }
    placed.add(goal.id)
    const bringsNothing = serving.length > 0 && block.needs.length + block.measures.length + direct.length === 0
    if (bringsNothing) guests.push(goal.id)
    else blocks.push(goalBlock(block))
  }
  for (const { id, kind } of chain.nodes) {
    if (placed.has(id) || kind === 'indicator') continue
    placed.add(id)
    if (kind === 'need') blocks.push([[{ node: id }], [{ gap: 'goal' }], [], []])
    if (kind === 'measure') {
      const indicators = take(of(down.get(id), 'indicator')).map((node) => ({ node }))
      blocks.push([[], [{ gap: 'goal' }], [{ node: id }], indicators])
    }
  }
  // Indicators last: by then every measure has had its turn to bring them along.
  for (const { id } of chain.nodes) if (!placed.has(id)) blocks.push([[], [], [], [{ node: id }]])

  const rows = blocks.flatMap(rowsOf)
  for (const goal of guests) seat(rows, goal, new Set([...(up.get(goal) ?? []), ...(down.get(goal) ?? [])]))
  return { rows, links: linksOf(chain, nodes, rows) }
}

/** Gives a goal the free place in its column that is nearest to what it is tied to; a row of its own if there is none. */
function seat(rows: ChainRow[], goal: number, tied: ReadonlySet<number>) {
  const near = rows.flatMap((row, at) =>
    row.some((cell) => cell && 'node' in cell && tied.has(cell.node)) ? [at] : [],
  )
  const middle = near.reduce((sum, at) => sum + at, 0) / (near.length || 1)
  const free = rows
    .flatMap((row, at) => (row[1] ? [] : [at]))
    .toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)[0]
  const [need, , measure, indicator] = free === undefined ? [] : (rows[free] ?? [])
  rows[free ?? rows.length] = [need, { node: goal }, measure, indicator]
}

/** Indicators of a goal that none of its measures carries. */
function directIndicators(
  goal: ChainNode,
  measures: readonly number[],
  indicators: readonly number[],
  down: ReadonlyMap<number, readonly number[]>,
): number[] {
  const carried = new Set(measures.flatMap((id) => down.get(id) ?? []))
  return indicators.filter((id) => !carried.has(id) && id !== goal.id)
}

interface Block {
  goal: number
  hasMeasure: boolean
  needs: number[]
  measures: number[]
  direct: number[]
  hasDirect: boolean
  indicatorsOf: (measure: number) => number[]
}

function goalBlock({ goal, hasMeasure, needs, measures, direct, hasDirect, indicatorsOf }: Block): Places {
  const middle: ChainCell[] = measures.map((node) => ({ node }))
  if (!hasMeasure) middle.push({ gap: 'measure' })
  const last: ChainCell[] = []
  // An indicator stands beside the measure that brings it, or below the one before it.
  const put = (node: number, row: number) => {
    last[Math.max(row, last.length)] = { node }
  }
  for (const [row, measure] of measures.entries()) for (const id of indicatorsOf(measure)) put(id, row)
  if (hasDirect) {
    const row = middle.length
    middle.push({ through: goal })
    for (const id of direct) put(id, row)
  }
  const height = Math.max(1, needs.length, middle.length, last.length)
  const centred = (cells: ChainCell[]) => {
    const column: ChainCell[] = []
    const start = Math.floor((height - cells.length) / 2)
    for (const [place, cell] of cells.entries()) column[start + place] = cell
    return column
  }
  return [centred(needs.map((node) => ({ node }))), centred([{ node: goal }]), middle, last]
}

function rowsOf(columns: Places): ChainRow[] {
  const height = Math.max(...columns.map((column) => column.length))
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row]) as unknown as ChainRow)
}

function linksOf(chain: Chain, nodes: ReadonlyMap<number, ChainNode>, rows: readonly ChainRow[]): DrawnLink[] {
  const rowOf = new Map<number, number>()
  const throughOf = new Map<number, number>()
  for (const [row, cells] of rows.entries())
    for (const cell of cells) {
      if (cell && 'node' in cell) rowOf.set(cell.node, row)
      if (cell && 'through' in cell) throughOf.set(cell.through, row)
    }
  const { down } = adjacencyOf(chain)
  const at = (id: number) => rowOf.get(id) ?? 0
  const drawn: DrawnLink[] = []
  const passing = new Set<number>()
  for (const { from, to } of chain.links) {
    const [start, end] = [nodes.get(from), nodes.get(to)]
    if (!start || !end) continue
    const gutter = columnOf[start.kind]
    if (columnOf[end.kind] - gutter === 1) {
      drawn.push({ gutter: gutter as 0 | 1 | 2, from, to, fromRow: at(from), toRow: at(to) })
      continue
    }
    const isCarried = (down.get(from) ?? []).some(
      (middle) => nodes.get(middle)?.kind === 'measure' && (down.get(middle) ?? []).includes(to),
    )
    const row = throughOf.get(from)
    if (isCarried || row === undefined) continue
    if (!passing.has(from)) drawn.push({ gutter: 1, from, to: from, fromRow: at(from), toRow: row })
    passing.add(from)
    drawn.push({ gutter: 2, from, to, fromRow: row, toRow: at(to) })
  }
  return drawn
}

/** Units of the drawing: a gutter is 64 wide, a row 104 high, whatever the page stretches them to. */
export const gutterWidth = 64
export const rowHeight = 104

/** The line from the middle of one row to the middle of another, inside its gutter. */
export function pathOf({ fromRow, toRow }: Pick<DrawnLink, 'fromRow' | 'toRow'>): string {
  const y = (row: number) => row * rowHeight + rowHeight / 2
  const half = gutterWidth / 2
  return `M0 ${y(fromRow)}C${half} ${y(fromRow)} ${half} ${y(toRow)} ${gutterWidth} ${y(toRow)}`
}

/** The lines that pass one row of a gutter: each row draws its own slice, so that paper may break between rows. */
export const linksInRow = (links: readonly DrawnLink[], gutter: Column, row: number): DrawnLink[] =>
  links.filter(
    (link) =>
      link.gutter === gutter && Math.min(link.fromRow, link.toRow) <= row && row <= Math.max(link.fromRow, link.toRow),
  )
