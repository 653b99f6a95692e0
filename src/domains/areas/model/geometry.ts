/** Boundaries as GeoJSON has them (RFC 7946): rings of [longitude, latitude]. */
export type Position = [number, number]
export type AreaGeometry =
  { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] }

/** What is wrong with boundaries: the key of a text and what it tells. */
export interface GeometryFlaw {
  key:
    | 'noGeometry'
    | 'wrongType'
    | 'noRings'
    | 'tooFewPoints'
    | 'notClosed'
    | 'notNumbers'
    | 'metres'
    | 'outOfRange'
    | 'noSize'
    | 'crossesItself'
  values?: Readonly<Record<string, string | number>>
}
export type ReadGeometry = { ok: true; geometry: AreaGeometry } | { ok: false; flaw: GeometryFlaw }

/** Reads boundaries strictly. Heights are left out; nothing is repaired, because a repaired boundary is a wrong one. */
export function readGeometry(raw: unknown): ReadGeometry {
  if (typeof raw !== 'object' || raw === null) return refused('noGeometry')
  const { type, coordinates } = raw as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return refused('wrongType', { type: String(type) })
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons) || polygons.length === 0) return refused('noRings')
  const read: Position[][][] = []
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return refused('noRings')
    const rings: Position[][] = []
    for (const ring of polygon) {
      const flaw = flawOfRing(ring)
      if (flaw) return { ok: false, flaw }
      rings.push((ring as number[][]).map(([x = 0, y = 0]) => [x, y]))
    }
    read.push(rings)
  }
  const [first = []] = read
  return {
    ok: true,
    geometry: type === 'Polygon' ? { type, coordinates: first } : { type, coordinates: read },
  }
}

const refused = (key: GeometryFlaw['key'], values?: GeometryFlaw['values']): ReadGeometry => ({
  ok: false,
  flaw: values ? { key, values } : { key },
})

function flawOfRing(ring: unknown): GeometryFlaw | undefined {
  if (!Array.isArray(ring)) return { key: 'noRings' }
  for (const position of ring) {
    if (!Array.isArray(position) || position.length < 2 || !position.every((part) => Number.isFinite(part)))
      return { key: 'notNumbers' }
    const [x = 0, y = 0] = position as number[]
    if (Math.abs(x) > 1000 || Math.abs(y) > 1000) return { key: 'metres' }
    if (Math.abs(x) > 180 || Math.abs(y) > 90) return { key: 'outOfRange', values: { x, y } }
  }
  const points = ring as Position[]
  if (points.length < 4) return { key: 'tooFewPoints', values: { count: points.length } }
  const [first, last] = [points[0], points.at(-1)]
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return { key: 'notClosed' }
  if (sizeOf(points) === 0) return { key: 'noSize' }
  const crossing = crossingOf(points)
  return crossing && { key: 'crossesItself', values: { x: crossing[0], y: crossing[1] } }
}

/** Twice the area that a ring encloses, in square degrees. */
const sizeOf = (ring: readonly Position[]): number =>
  Math.abs(
    ring.slice(1).reduce((sum, [x, y], index) => {
      const [px, py] = ring[index] ?? [x, y]
      return sum + (px * y - x * py)
    }, 0),
  )

// Every pair of edges is compared; beyond this many a ring is believed, or a large file would take minutes.
const mostEdges = 3000

/** Where two edges of a ring cross; edges that only touch do not. */
function crossingOf(ring: readonly Position[]): Position | undefined {
  const edges = ring.slice(1).map((to, index) => ({ from: ring[index] ?? to, to }))
  if (edges.length > mostEdges) return undefined
  const boxes = edges.map(({ from, to }) => ({
    left: Math.min(from[0], to[0]),
    right: Math.max(from[0], to[0]),
    low: Math.min(from[1], to[1]),
    high: Math.max(from[1], to[1]),
  }))
  for (const [a, one] of edges.entries()) {
    for (let b = a + 2; b < edges.length; b++) {
      const [other, here, there] = [edges[b], boxes[a], boxes[b]]
      if (!other || !here || !there) continue
      if (here.right < there.left || there.right < here.left || here.high < there.low || there.high < here.low) continue
      if (cross(one.from, one.to, other.from, other.to)) return other.from
    }
  }
  return undefined
}

const side = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position) =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

const cross = (a: Position, b: Position, c: Position, d: Position): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** How many points boundaries have: what the history says of them. */
export const pointsOf = (geometry: AreaGeometry | null): number =>
  geometry === null
    ? 0
    : (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
        .flat()
        .reduce((sum, ring) => sum + ring.length, 0)
