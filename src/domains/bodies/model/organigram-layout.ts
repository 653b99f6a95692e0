import {
  bundlesOf,
  coursesOf,
  labelAt,
  portsOf,
  sideOf,
  spanOf,
  tracksOf,
  type Course,
  type Placed,
  type Places,
  type Ports,
} from './organigram-ways.ts'
import { linesOf, rowsOf, wrapped, type DrawnBody, type DrawnRelation, type LineKind } from './organigram.ts'

export interface Box {
  id: number
  type: DrawnBody['type']
  x: number
  y: number
  width: number
  height: number
  lines: string[]
}
export interface Way {
  kind: LineKind
  /** SVG path data. */
  path: string
  /** Where it carries its sign, and where that points. */
  ends: { x: number; y: number; points: 'up' | 'down' }[]
  /** The middle of its word, on the base line. */
  label: { x: number; y: number }
}
export interface Picture {
  width: number
  height: number
  boxes: Box[]
  ways: Way[]
}

const boxGap = 20
const usual = 208
/** A long word may make its box as wide as this. */
const widest = 300
const lineHeight = 19
const boxPadding = 11
const trackHeight = 24
const gutterPadding = 24
/** How wide a letter is at 15 px, on average. */
const charWidth = 7.4

/**
 * The picture for wide screens: boxes in rows from the council down, lines at right angles between them. `words`: the word
 * of each kind of line, which the picture shows.
 */
export function layOut(
  bodies: readonly DrawnBody[],
  relations: readonly DrawnRelation[],
  words: Readonly<Record<LineKind, string>>,
  width = 1184,
): Picture {
  const lines = linesOf(bodies, relations)
  const rows = rowsOf(bodies, lines)
  const placed = placeIn(rows, bodies, width)
  const bundles = bundlesOf(lines, placed)
  const port = portsOf(bundles, placed)
  const courses = coursesOf(bundles, placed, port, (row) => gapsOf(rows[row] ?? [], placed, width))
  const labelWidth = (kind: LineKind) => words[kind].length * charWidth
  const tracks = tracksOf(courses, port, labelWidth, width)
  const heights = heightsOf(rows, bodies, placed, tracks.tracksIn)
  const yOf = (course: Course, gutter: number) =>
    (heights.gutters[gutter] ?? 0) + gutterPadding + tracks.trackOf(course, gutter) * trackHeight
  return {
    width,
    height: heights.total,
    boxes: bodies.map(({ id, type, label }) => {
      const { row = 0, x = 0, width: wide = usual } = placed.get(id) ?? {}
      const { y = 0, height = 0 } = heights.rows[row] ?? {}
      return { id, type, x: x - wide / 2, y, width: wide, height, lines: linesIn(label, wide) }
    }),
    ways: courses.map((course) => wayOf(course, { placed, port, heights, yOf, labelWidth, width })),
  }
}

const sidePadding = 14
const linesIn = (label: string, wide: number) => wrapped(label, Math.floor((wide - sidePadding) / charWidth))

/** How wide a box wants to be for no word of its label to be divided. */
const wished = (label: string) =>
  sidePadding + Math.ceil(Math.max(0, ...label.split(/\s+/).map((word) => word.length)) * charWidth)

/** The middle of each box and its width; rows with few boxes keep them narrow and spread, unless a word is long. */
function placeIn(rows: readonly number[][], bodies: readonly DrawnBody[], width: number): Places {
  const labels = new Map(bodies.map(({ id, label }) => [id, label]))
  return new Map(
    rows.flatMap((ids, row) => {
      const slot = width / ids.length
      const longest = Math.max(usual, ...ids.map((id) => wished(labels.get(id) ?? '')))
      const wide = Math.min(widest, longest, slot - boxGap)
      return ids.map((id, at): [number, Placed] => [id, { row, x: slot * (at + 0.5), width: wide }])
    }),
  )
}

/** Where one can pass through a row: beside each of its boxes. */
function gapsOf(row: readonly number[], placed: Places, width: number): number[] {
  const edges = row.flatMap((id) => {
    const { x = 0, width: wide = 0 } = placed.get(id) ?? {}
    return [x - wide / 2 - boxGap / 2, x + wide / 2 + boxGap / 2]
  })
  return edges.map((x) => Math.min(width - 8, Math.max(8, x)))
}

interface Heights {
  rows: { y: number; height: number }[]
  /** Top of each gutter; gutter n lies above row n. */
  gutters: number[]
  total: number
}

function heightsOf(
  rows: readonly number[][],
  bodies: readonly DrawnBody[],
  placed: Places,
  tracksIn: (gutter: number) => number,
): Heights {
  const labels = new Map(bodies.map(({ id, label }) => [id, label]))
  const room = (gutter: number) => gutterPadding * 2 + Math.max(0, tracksIn(gutter) - 1) * trackHeight
  const heights: Heights = { rows: [], gutters: [], total: 0 }
  let y = 2
  for (const [row, ids] of rows.entries()) {
    heights.gutters[row] = y
    if (row > 0) y += room(row)
    const most = Math.max(1, ...ids.map((id) => linesIn(labels.get(id) ?? '', placed.get(id)?.width ?? usual).length))
    const height = boxPadding * 2 + most * lineHeight
    heights.rows.push({ y, height })
    y += height
  }
  heights.gutters[rows.length] = y
  heights.total = y + (tracksIn(rows.length) > 0 ? room(rows.length) : 2)
  return heights
}

interface Ground {
  placed: Places
  port: Ports
  heights: Heights
  yOf: (course: Course, gutter: number) => number
  labelWidth: (kind: LineKind) => number
  width: number
}

function wayOf(course: Course, { placed, port, heights, yOf, labelWidth, width }: Ground): Way {
  const { bundle, stretches, lanes, last } = course
  const end = (id: number) => {
    const row = placed.get(id)?.row ?? 0
    const { y = 0, height = 0 } = heights.rows[row] ?? {}
    const isBottom = sideOf(bundle, id) === 'bottom'
    const points = isBottom ? ('up' as const) : ('down' as const)
    return { x: port(bundle, id), y: isBottom ? y + height : y, points, gutter: isBottom ? row + 1 : row }
  }
  const all = [bundle.target, ...bundle.sources]
  const path = [
    ...[...stretches].flatMap(([gutter, xs]) => {
      const [from, to] = spanOf(xs)
      return to > from ? `M${round(from)} ${round(yOf(course, gutter))}H${round(to)}` : []
    }),
    ...[...lanes].map(([row, x]) => `M${round(x)} ${round(yOf(course, row))}V${round(yOf(course, row + 1))}`),
    ...all.map((id) => {
      const { x, y, gutter } = end(id)
      return `M${round(x)} ${round(y)}V${round(yOf(course, gutter))}`
    }),
  ].join('')
  const signed = { REPORTS_TO: [bundle.target], ADVISES: [bundle.target], INTERFACE_TO: all, PART_OF: [] }[bundle.kind]
  const label = labelAt(spanOf(stretches.get(last) ?? [0]), port(bundle, bundle.target), labelWidth(bundle.kind), width)
  return {
    kind: bundle.kind,
    path,
    ends: signed.map((id) => {
      const { x, y, points } = end(id)
      return { x: round(x), y: round(y), points }
    }),
    label: { x: round(label.x), y: round(yOf(course, last) - 6) },
  }
}

const round = (value: number) => Math.round(value * 10) / 10
