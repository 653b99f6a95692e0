import { bundlesOf, spanOf } from './organigram-ways.ts'
import { linesOf, rowsOf, wrapped, type DrawnBody, type DrawnRelation, type LineKind } from './organigram.ts'

/** The picture for narrow screens: the bodies one below the other, their lines as brackets on the side. */
export interface NarrowPicture {
  width: number
  height: number
  boxes: {
    id: number
    type: DrawnBody['type']
    x: number
    y: number
    width: number
    height: number
    lines: string[]
    said: string[]
  }[]
  brackets: { kind: LineKind; path: string; ends: { x: number; y: number }[] }[]
}

const laneWidth = 13
const charWidth = 7.4
const lineHeight = 19
const padding = 10
const gap = 14

/** `words`: the words of each kind of line, with which each box says what it is tied to ("berichtet an"). */
export function layOutNarrow(
  bodies: readonly DrawnBody[],
  relations: readonly DrawnRelation[],
  words: Readonly<Record<LineKind, string>>,
  width = 358,
): NarrowPicture {
  const lines = linesOf(bodies, relations)
  const order = rowsOf(bodies, lines).flat()
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const place = new Map(order.map((id, at) => [id, at]))
  // Each body in a row of its own: then nothing stands beside anything, and a bundle is kind and target.
  const bundles = bundlesOf(lines, new Map(order.map((id, row) => [id, { row, x: 0, width }])))
  const spans = bundles.map(({ target, sources }) => spanOf([target, ...sources].map((id) => place.get(id) ?? 0)))
  const lanes = lanesOf(spans)
  const left = 8 + (Math.max(-1, ...lanes) + 1) * laneWidth + 8
  const most = Math.floor((width - left - padding * 2) / charWidth)
  const boxes: NarrowPicture['boxes'] = []
  let y = 2
  for (const id of order) {
    const body = byId.get(id)
    if (!body) continue
    const text = wrapped(body.label, most)
    const said = lines
      .filter((line) => line.from === id)
      .flatMap(({ kind, to }) => wrapped(`${words[kind]} ${byId.get(to)?.label ?? ''}`, most))
    const height = padding * 2 + (text.length + said.length) * lineHeight
    boxes.push({ id, type: body.type, x: left, y, width: width - left - 2, height, lines: text, said })
    y += height + gap
  }
  const boxOf = new Map(boxes.map((box) => [box.id, box]))
  const touching = new Map<number, number>()
  const touch = (id: number) => {
    const before = touching.get(id) ?? 0
    touching.set(id, before + 1)
    const { y: top = 0, height = 0 } = boxOf.get(id) ?? {}
    return top + Math.min(height - 6, 12 + before * 9)
  }
  return {
    width,
    height: y - gap + 2,
    boxes,
    brackets: bundles.map((bundle, at) => {
      const x = left - 8 - ((lanes[at] ?? 0) + 0.5) * laneWidth
      const ends = [bundle.target, ...bundle.sources].map((id) => ({ x: left, y: touch(id) }))
      const [from, to] = spanOf(ends.map((end) => end.y))
      const path = [`M${x} ${from}V${to}`, ...ends.map((end) => `M${x} ${end.y}H${left}`)].join('')
      const signed = { REPORTS_TO: 1, ADVISES: 1, INTERFACE_TO: ends.length, PART_OF: 0 }[bundle.kind]
      return { kind: bundle.kind, path, ends: ends.slice(0, signed) }
    }),
  }
}

/** The lane of each span: short ones next to the boxes, none on another. */
function lanesOf(spans: readonly (readonly [number, number])[]): number[] {
  const taken: (readonly [number, number])[][] = []
  const lanes: number[] = []
  const order = spans.map((_, at) => at).toSorted((a, b) => lengthOf(spans[a]) - lengthOf(spans[b]))
  for (const at of order) {
    const span = spans[at] ?? [0, 0]
    let lane = 0
    while (taken[lane]?.some((other) => other[0] <= span[1] && span[0] <= other[1])) lane++
    ;(taken[lane] ??= []).push(span)
    lanes[at] = lane
  }
  return lanes
}

const lengthOf = (span: readonly [number, number] | undefined) => (span ? span[1] - span[0] : 0)
