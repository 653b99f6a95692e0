import { geoMercator } from 'd3-geo'

type Ring = readonly (readonly [number, number])[]
/** Boundaries in degrees, as GeoJSON has them. */
export type Boundaries =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }

export interface Shape {
  /** Path data in the units of the drawing. */
  path: string
  /** Where a word fits best: the middle of the widest free line, and how wide that is. */
  label: { x: number; y: number; width: number }
}
export interface Drawing {
  width: number
  height: number
  shapes: (Shape | null)[]
}

const width = 1000
const edge = 8
/** What all boundaries of a page may weigh; a finer grid than needed only costs. */
const heaviest = 30_000

/**
 * Boundaries as paths that fill the width of a drawing. Points are put on a grid: neighbours share their points and so
 * keep sharing them, and a detailed file becomes small. null stands for an area without boundaries.
 */
export function drawShapes(areas: readonly (Boundaries | null)[]): Drawing | undefined {
  const polygons = areas.map((area) =>
    area === null ? [] : area.type === 'Polygon' ? [area.coordinates] : area.coordinates,
  )
  const points = polygons.flat(3) as unknown as [number, number][]
  if (points.length === 0) return undefined
  const everything = { type: 'MultiPoint' as const, coordinates: points }
  const projection = geoMercator().fitWidth(width - 2 * edge, everything)
  const place = ([longitude, latitude]: readonly [number, number]) => projection([longitude, latitude]) ?? [0, 0]
  const corners = points.map(place)
  const [left, top] = [0, 1].map((axis) => least(corners, axis)) as [number, number]
  const height = Math.max(...corners.map(([, y]) => y)) - top + 2 * edge
  const rings = polygons.map((area) =>
    area
      .flat()
      .map((ring) => ring.map((point) => place(point)).map(([x, y]) => [x - left + edge, y - top + edge] as const)),
  )
  for (let grid = 1; ; grid *= 1.5) {
    const shapes = rings.map((area) => (area.length === 0 ? null : shapeOf(area, grid)))
    const weight = shapes.reduce((sum, shape) => sum + (shape?.path.length ?? 0), 0)
    if (weight <= heaviest || grid > 12) return { width, height: Math.round(height), shapes }
  }
}

const least = (corners: readonly (readonly [number, number])[], axis: number) =>
  corners.reduce((low, corner) => Math.min(low, corner[axis] ?? 0), Infinity)

type Point = readonly [number, number]

function shapeOf(rings: readonly (readonly Point[])[], grid: number): Shape {
  const snapped = rings.map((ring) => withoutRepeats(ring.map(([x, y]) => [snap(x, grid), snap(y, grid)] as const)))
  const visible = snapped.filter((ring) => ring.length > 2)
  const [first = [[0, 0]]] = snapped
  const [x = 0, y = 0] = first[0] ?? []
  // An area smaller than the grid stays a dot that can be pressed.
  const drawn =
    visible.length > 0
      ? visible
      : [
          [
            [x, y],
            [x + 3, y],
            [x + 3, y + 3],
            [x, y + 3],
          ] as const,
        ]
  return { path: drawn.map(pathOf).join(''), label: widestLine(drawn) }
}

const snap = (value: number, grid: number) => Math.round(Math.round(value / grid) * grid)

/** Points that fell together, and the closing one: a path closes itself. */
function withoutRepeats(ring: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of ring) {
    const last = kept.at(-1)
    if (last?.[0] !== point[0] || last[1] !== point[1]) kept.push(point)
  }
  const [first, last] = [kept[0], kept.at(-1)]
  return kept.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1] ? kept.slice(0, -1) : kept
}

/** The first point absolute, then steps: shorter than absolute points. */
function pathOf(ring: readonly Point[]): string {
  let [x, y] = ring[0] ?? [0, 0]
  const steps = ring.slice(1).map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`
    ;[x, y] = [nextX, nextY]
    return step
  })
  return `M${ring[0]?.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`
}

/** Looks along level lines for the widest stretch inside; lines in the middle of the area count a little more. */
function widestLine(rings: readonly (readonly Point[])[]): Shape['label'] {
  const heights = rings.flat().map(([, y]) => y)
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)]
  let best = { x: rings[0]?.[0]?.[0] ?? 0, y: top, width: 0 }
  let bestWeight = -1
  for (let part = 1; part < 14; part++) {
    const y = top + ((bottom - top) * part) / 14 + 0.01
    const crossings = rings.flatMap((ring) => crossingsOf(ring, y)).toSorted((a, b) => a - b)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from = 0, to = 0] = crossings.slice(index, index + 2)
      const weight = (to - from) * (1 - Math.abs(part / 14 - 0.5) * 0.9)
      if (weight <= bestWeight) continue
      bestWeight = weight
      best = { x: Math.round((from + to) / 2), y: Math.round(y), width: Math.round(to - from) }
    }
  }
  return best
}

const crossingsOf = (ring: readonly Point[], y: number): number[] =>
  ring.flatMap(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1]
    return y1 > y === y2 > y ? [] : [x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)]
  })
