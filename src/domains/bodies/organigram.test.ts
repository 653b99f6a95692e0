import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bodyTypes } from './model/body.ts'
import { layOut } from './model/organigram-layout.ts'
import { layOutNarrow } from './model/organigram-narrow.ts'
import { linesOf, mostInRow, rowsOf, wrapped, type DrawnBody, type DrawnRelation } from './model/organigram.ts'

const words = { REPORTS_TO: 'berichtet', ADVISES: 'berät', INTERFACE_TO: 'Schnittstelle', PART_OF: 'gehört zu' }
const body = (id: number, type: DrawnBody['type'], parentId: number | null = null): DrawnBody => ({
  id,
  label: `Gremium ${id}`,
  type,
  parentId,
})

test('the council stands above committees, these above steering, working groups and circles', () => {
  const bodies = [
    body(1, 'EXPERT_CIRCLE'),
    body(2, 'WORKING_GROUP'),
    body(3, 'STEERING_GROUP'),
    body(4, 'DECIDING_COMMITTEE'),
    body(5, 'COUNCIL'),
  ]
  assert.deepEqual(rowsOf(bodies, []), [[5], [4], [3], [2], [1]])
})

test('a group stands below the body it belongs to, even if both are of one kind', () => {
  assert.deepEqual(rowsOf([body(1, 'WORKING_GROUP'), body(2, 'PROJECT_GROUP', 1)], []), [[1], [2]])
})

test('an interface is one line whoever entered it, and reporting says belonging, too', () => {
  const bodies = [body(1, 'STEERING_GROUP'), body(2, 'WORKING_GROUP', 1)]
  const relations: DrawnRelation[] = [
    { from: 1, to: 2, kind: 'INTERFACE_TO' },
    { from: 2, to: 1, kind: 'INTERFACE_TO' },
    { from: 2, to: 1, kind: 'REPORTS_TO' },
  ]
  assert.deepEqual(
    linesOf(bodies, relations).map(({ kind }) => kind),
    ['INTERFACE_TO', 'REPORTS_TO'],
  )
  assert.deepEqual(
    linesOf(bodies, []).map(({ kind }) => kind),
    ['PART_OF'],
  )
})

test('six groups that report to one body share one way and one word', () => {
  const bodies = [body(1, 'STEERING_GROUP'), ...[2, 3, 4, 5, 6, 7].map((id) => body(id, 'WORKING_GROUP', 1))]
  const relations = [2, 3, 4, 5, 6, 7].map((from) => ({ from, to: 1, kind: 'REPORTS_TO' as const }))
  assert.equal(layOut(bodies, relations, words).ways.length, 1)
})

const divided: [label: string, most: number, lines: string[]][] = [
  ['AG Zusammenleben', 10, ['AG', 'Zusammen-', 'leben']],
  ['Stadtverordnetenversammlung', 27, ['Stadtverordnetenversammlung']],
  ['Stadtverordnetenversammlung', 26, ['Stadtverordneten-', 'versammlung']],
  ['Stadtverordnetenversammlung', 18, ['Stadtverordneten-', 'versammlung']],
  ['Stadtverordnetenversammlung', 12, ['Stadt-', 'verordneten-', 'versammlung']],
  ['Integrationsworkshop', 18, ['Integrations-', 'workshop']],
  ['Antidiskriminierungsstelle', 20, ['Antidiskriminie-', 'rungsstelle']],
  ['Quartiersmanagement', 12, ['Quartiers-', 'management']],
  ['Steuerungs-AG', 11, ['Steuerungs-', 'AG']],
  ['Sozial-/Gesundheitsausschuss', 20, ['Sozial-/', 'Gesundheitsausschuss']],
  ['Donaudampfschifffahrt', 12, ['Donaudampf-', 'schifffahrt']],
  ['Behördenzusammenarbeit, Öffnung', 20, ['Behörden-', 'zusammenarbeit,', 'Öffnung']],
  ['', 10, []],
]
for (const [label, most, lines] of divided)
  test(`"${label}" is divided where one would say it, in lines of ${most}`, () =>
    assert.deepEqual(wrapped(label, most), lines))

test('however long a name is, no line is longer than its box and no letter is lost', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghinorstuäß-/AIS '.split('')) })
  fc.assert(
    fc.property(letters, fc.integer({ min: 5, max: 40 }), (label, most) => {
      const lines = wrapped(label, most)
      for (const line of lines) assert.ok(line.length <= most && line !== '', line)
      const bare = (text: string) => text.replaceAll(/[\s-]/g, '')
      assert.equal(bare(lines.join('')), bare(label))
    }),
  )
})

test('the word of a line stands beside the sign at its end, not on it', () => {
  const bodies = [body(1, 'STEERING_GROUP'), ...[2, 3].map((id) => body(id, 'WORKING_GROUP', 1))]
  const relations = [2, 3].map((from) => ({ from, to: 1, kind: 'REPORTS_TO' as const }))
  const [way] = layOut(bodies, relations, words).ways
  const [end] = way?.ends ?? []
  const half = (words.REPORTS_TO.length * 7.4) / 2
  assert.ok(Math.abs((way?.label.x ?? 0) - (end?.x ?? 0)) > half, JSON.stringify(way))
})

test('a box is as wide as its longest word wants, if there is room', () => {
  const council = { ...body(1, 'COUNCIL'), label: 'Stadtverordnetenversammlung' }
  const [box] = layOut([council], [], words).boxes
  assert.deepEqual(box?.lines, ['Stadtverordnetenversammlung'])
  const groups = [2, 3, 4, 5, 6, 7].map((id) => ({
    ...body(id, 'WORKING_GROUP'),
    label: 'Stadtverordnetenversammlung',
  }))
  const { boxes } = layOut(groups, [], words)
  for (const { lines } of boxes) assert.deepEqual(lines, ['Stadtverordneten-', 'versammlung'])
})

const count = fc.integer({ min: 1, max: 24 })
const pictures = count.chain((n) =>
  fc.record({
    bodies: fc
      .array(
        fc.record({
          type: fc.constantFrom(...bodyTypes),
          parent: fc.option(fc.integer({ min: 1, max: n }), { nil: null }),
        }),
        { minLength: n, maxLength: n },
      )
      .map((all) => all.map(({ type, parent }, at) => body(at + 1, type, parent))),
    relations: fc.array(
      fc.record({
        from: fc.integer({ min: 1, max: n }),
        to: fc.integer({ min: 1, max: n + 1 }),
        kind: fc.constantFrom('REPORTS_TO' as const, 'ADVISES' as const, 'INTERFACE_TO' as const),
      }),
      { maxLength: 30 },
    ),
  }),
)

test('whatever is tied to whatever: every body has one box, no boxes overlap, all stays inside the picture', () => {
  fc.assert(
    fc.property(pictures, ({ bodies, relations }) => {
      const { boxes, ways, width, height } = layOut(bodies, relations, words)
      assert.deepEqual(
        boxes.map(({ id }) => id).toSorted((a, b) => a - b),
        bodies.map(({ id }) => id),
      )
      for (const [at, box] of boxes.entries()) {
        assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height)
        for (const other of boxes.slice(at + 1))
          assert.ok(
            box.x + box.width <= other.x ||
              other.x + other.width <= box.x ||
              box.y + box.height <= other.y ||
              other.y + other.height <= box.y,
          )
      }
      for (const { path, label } of ways) {
        const numbers = [...path.matchAll(/[MHV]([\d.-]+)(?: ([\d.-]+))?/g)]
        assert.ok(numbers.length > 0)
        assert.doesNotMatch(path, /NaN|Infinity/)
        assert.ok(label.x >= 0 && label.x <= width && label.y >= 0 && label.y <= height)
      }
    }),
  )
})

test('every line of the picture ends at its two bodies', () => {
  fc.assert(
    fc.property(pictures, ({ bodies, relations }) => {
      const drawn = linesOf(bodies, relations)
      const { ways, boxes } = layOut(bodies, relations, words)
      const touched = ways.flatMap(({ path }) =>
        [...path.matchAll(/M([\d.]+) ([\d.]+)V/g)].flatMap(([, x, y]) =>
          boxes.filter(
            (box) =>
              Number(x) >= box.x &&
              Number(x) <= box.x + box.width &&
              [box.y, box.y + box.height].some((edge) => Math.abs(edge - Number(y)) < 0.2),
          ),
        ),
      )
      const ids = new Set(touched.map(({ id }) => id))
      for (const { from, to } of drawn) assert.ok(ids.has(from) && ids.has(to), `${from} ${to}`)
    }),
  )
})

test('no row holds more boxes than fit', () => {
  fc.assert(
    fc.property(pictures, ({ bodies, relations }) => {
      for (const row of rowsOf(bodies, linesOf(bodies, relations))) assert.ok(row.length > 0 && row.length <= mostInRow)
    }),
  )
})

test('on a phone the boxes stand one below the other and the brackets on their side', () => {
  fc.assert(
    fc.property(pictures, ({ bodies, relations }) => {
      const { boxes, brackets, height } = layOutNarrow(bodies, relations, words)
      for (const [at, box] of boxes.entries()) {
        const next = boxes[at + 1]
        assert.ok(box.y + box.height <= (next?.y ?? height))
      }
      assert.doesNotMatch(JSON.stringify(brackets), /null|NaN/)
    }),
  )
})
