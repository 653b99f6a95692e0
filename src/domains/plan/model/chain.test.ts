import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { adjacencyOf, gapsOf, viewsOf, wayThrough, withNeighbours, type Chain, type ChainKind } from './chain.ts'
import { columnOf, gutterWidth, layOut, linksInRow, pathOf, rowHeight } from './chain-layout.ts'

/** A chain of any shape, with links only where the plan knows them. */
const anyChain: fc.Arbitrary<Chain> = fc
  .record({
    counts: fc.tuple(...Array.from({ length: 4 }, () => fc.nat({ max: 8 }))),
    picks: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat(), fc.nat()), { maxLength: 40 }),
  })
  .map(({ counts, picks }) => {
    const kinds: ChainKind[] = ['need', 'goal', 'measure', 'indicator']
    const nodes = kinds.flatMap((kind, place) =>
      Array.from({ length: counts[place] ?? 0 }, (_, n) => ({ id: (place + 1) * 100 + n, kind, fieldId: n % 3 })),
    )
    const pairs: [ChainKind, ChainKind][] = [
      ['need', 'goal'],
      ['goal', 'measure'],
      ['measure', 'indicator'],
      ['goal', 'indicator'],
    ]
    const links = new Map<string, { from: number; to: number }>()
    for (const [which, a, b] of picks) {
      const [start, end] = pairs[which] ?? ['need', 'goal']
      const froms = nodes.filter(({ kind }) => kind === start)
      const tos = nodes.filter(({ kind }) => kind === end)
      const [from, to] = [froms[a % (froms.length || 1)]?.id, tos[b % (tos.length || 1)]?.id]
      if (from !== undefined && to !== undefined) links.set(`${from}-${to}`, { from, to })
    }
    return { nodes, links: [...links.values()] }
  })

const nodesIn = (rows: ReturnType<typeof layOut>['rows']) =>
  rows.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell && 'node' in cell ? [{ id: cell.node, row: at, column }] : [])),
  )

test('every need, goal, measure and indicator stands in exactly one row, in the column of its kind', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const placed = nodesIn(layOut(chain).rows)
      assert.deepEqual(placed.map(({ id }) => id).toSorted(), chain.nodes.map(({ id }) => id).toSorted())
      for (const { id, column } of placed)
        assert.equal(column, columnOf[chain.nodes.find((node) => node.id === id)?.kind ?? 'need'])
    }),
  )
})

test('every link is drawn once, from the row of its beginning to the row of its end', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const { rows, links } = layOut(chain)
      const rowOf = new Map(nodesIn(rows).map(({ id, row }) => [id, row]))
      const kindOf = new Map(chain.nodes.map(({ id, kind }) => [id, kind]))
      const drawn = links.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from}-${to}`)
      assert.equal(new Set(drawn).size, drawn.length)
      const { down } = adjacencyOf(chain)
      const expected = chain.links.filter(
        ({ from, to }) =>
          kindOf.get(from) !== 'goal' ||
          kindOf.get(to) !== 'indicator' ||
          !(down.get(from) ?? []).some((middle) => (down.get(middle) ?? []).includes(to)),
      )
      assert.deepEqual(drawn.toSorted(), expected.map(({ from, to }) => `${from}-${to}`).toSorted())
      for (const { from, to, fromRow, toRow, gutter } of links) {
        if (columnOf[kindOf.get(from) ?? 'need'] === gutter) assert.equal(fromRow, rowOf.get(from))
        if (from !== to) assert.equal(toRow, rowOf.get(to))
      }
    }),
  )
})

test('a line stays inside its gutter and between the rows that it ties: it crosses no box', () => {
  fc.assert(
    fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (fromRow, toRow) => {
      const numbers = pathOf({ fromRow, toRow }).split(/[MC ]/).filter(Boolean).map(Number)
      const [low, high] = [Math.min(fromRow, toRow), Math.max(fromRow, toRow)].map((row) => row * rowHeight)
      for (const [place, value] of numbers.entries()) {
        const isX = place % 2 === 0
        assert.ok(isX ? value >= 0 && value <= gutterWidth : value >= (low ?? 0) && value <= (high ?? 0) + rowHeight)
      }
    }),
  )
})

test('every row shows each line that passes it, so that the picture can break between any two rows', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const { rows, links } = layOut(chain)
      for (const gutter of [0, 1, 2] as const) {
        const slices = rows.map((_, row) => linksInRow(links, gutter, row))
        for (const link of links.filter((one) => one.gutter === gutter))
          assert.equal(slices.filter((slice) => slice.includes(link)).length, Math.abs(link.fromRow - link.toRow) + 1)
      }
    }),
  )
})

test('gaps are exactly the needs without a goal, the goals without a measure and the measures without a goal', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const { rows } = layOut(chain)
      const { needs, goals } = gapsOf(chain)
      const measures = chain.nodes.filter(
        ({ id, kind }) => kind === 'measure' && !(adjacencyOf(chain).up.get(id) ?? []).length,
      )
      const gaps = rows.flatMap((row) => row.filter((cell) => cell && 'gap' in cell))
      assert.equal(gaps.length, needs.length + goals.length + measures.length)
    }),
  )
})

const small: Chain = {
  nodes: [
    { id: 1, kind: 'need', fieldId: 1 },
    { id: 2, kind: 'need', fieldId: 1 },
    { id: 3, kind: 'goal', fieldId: 1 },
    { id: 4, kind: 'goal', fieldId: 2 },
    { id: 5, kind: 'measure', fieldId: 1 },
    { id: 6, kind: 'measure', fieldId: 2 },
    { id: 7, kind: 'indicator', fieldId: 1 },
    { id: 8, kind: 'indicator', fieldId: null },
  ],
  links: [
    { from: 1, to: 3 },
    { from: 3, to: 5 },
    { from: 4, to: 6 },
    { from: 4, to: 5 },
    { from: 5, to: 7 },
    { from: 4, to: 8 },
  ],
}

test('the way of a measure leads back to the needs and on to its indicators, and to nothing else', () => {
  assert.deepEqual([...wayThrough(adjacencyOf(small), 6)].toSorted(), [4, 6])
  assert.deepEqual([...wayThrough(adjacencyOf(small), 5)].toSorted(), [1, 3, 4, 5, 7])
  assert.deepEqual([...wayThrough(adjacencyOf(small), 1)].toSorted(), [1, 3, 5, 7])
  assert.deepEqual([...withNeighbours(adjacencyOf(small), [5])].toSorted(), [3, 4, 5, 7])
})

test('an indicator that only the goal names is reached by a thread past the measures', () => {
  const { rows, links } = layOut(small)
  assert.ok(rows.some((row) => row[2] && 'through' in row[2] && row[2].through === 4))
  assert.ok(links.some(({ gutter, to }) => gutter === 2 && to === 8))
})

test('views of the chain together hold every knot and every goal only once', () => {
  fc.assert(
    fc.property(anyChain, fc.integer({ min: 1, max: 6 }), (chain, size) => {
      const all = new Set(chain.nodes.map(({ id }) => id))
      const views = viewsOf(chain, all, size)
      assert.deepEqual([...new Set(views.flatMap((view) => [...view]))].toSorted(), [...all].toSorted())
      for (const { id, kind } of chain.nodes)
        if (kind === 'goal') assert.equal(views.filter((view) => view.has(id)).length, 1)
    }),
  )
})
