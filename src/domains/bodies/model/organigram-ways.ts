import type { Line, LineKind } from './organigram.ts'

// How the lines of the picture run: at right angles, in the gutters between the rows. Gutter n lies above row n; the one
// after the last row lies below it. Lines of one kind to one body share their way, so that six groups report along one line.

export interface Placed {
  row: number
  /** The middle of the box. */
  x: number
  width: number
}
export type Places = ReadonlyMap<number, Placed>

/** Lines of one kind to one body from one side of it. */
export interface Bundle {
  kind: LineKind
  target: number
  sources: number[]
  /** All ends stand in one row: they are tied in the gutter below it. */
  beside: boolean
  /** The target stands above its sources. */
  upward: boolean
}

export type Side = 'top' | 'bottom'
export const sideOf = ({ beside, upward, target }: Bundle, id: number): Side =>
  beside || (id === target) === upward ? 'bottom' : 'top'

export function bundlesOf(lines: readonly Line[], placed: Places): Bundle[] {
  const bundles = new Map<string, Bundle>()
  for (const { from, to, kind } of lines) {
    const [source, target] = [placed.get(from)?.row ?? 0, placed.get(to)?.row ?? 0]
    const [beside, upward] = [source === target, target <= source]
    // An interface has two equal ends: it shares its way with no other.
    const key = [kind, to, beside, upward, kind === 'INTERFACE_TO' && from].join(' ')
    const bundle = bundles.get(key)
    if (bundle) bundle.sources.push(from)
    else bundles.set(key, { kind, target: to, sources: [from], beside, upward })
  }
  return [...bundles.values()]
}

export type Ports = (bundle: Bundle, id: number) => number

/** Where each bundle touches each of its boxes: spread over the side, in the order of where the lines go. */
export function portsOf(bundles: readonly Bundle[], placed: Places): Ports {
  const middle = (ids: number[]) => ids.reduce((sum, id) => sum + (placed.get(id)?.x ?? 0), 0) / ids.length
  const sides = new Map<string, { bundle: Bundle; toward: number }[]>()
  for (const bundle of bundles) {
    for (const id of [bundle.target, ...bundle.sources]) {
      const key = `${id} ${sideOf(bundle, id)}`
      const toward = middle(id === bundle.target ? bundle.sources : [bundle.target])
      sides.set(
        key,
        [...(sides.get(key) ?? []), { bundle, toward }].toSorted((a, b) => a.toward - b.toward),
      )
    }
  }
  const found = new Map<Bundle, Map<number, number>>()
  const inGutter = new Map<number, number[]>()
  for (const [key, all] of sides) {
    const [id = 0, side] = [Number(key.split(' ')[0]), key.split(' ')[1]]
    const { x = 0, width = 0, row = 0 } = placed.get(id) ?? {}
    const gap = Math.min(34, (width - 20) / all.length)
    const gutter = side === 'bottom' ? row + 1 : row
    const taken = inGutter.get(gutter) ?? []
    inGutter.set(gutter, taken)
    for (const [at, { bundle }] of all.entries()) {
      const wished = x + (at - (all.length - 1) / 2) * gap
      // Two lines that go up and down at one place of a gutter would look like one.
      const free =
        [0, 9, -9, 18, -18].find((aside) => taken.every((other) => Math.abs(other - wished - aside) > 6)) ?? 0
      const port = Math.min(x + width / 2 - 4, Math.max(x - width / 2 + 4, wished + free))
      taken.push(port)
      found.set(bundle, (found.get(bundle) ?? new Map<number, number>()).set(id, port))
    }
  }
  return (bundle, id) => found.get(bundle)?.get(id) ?? placed.get(id)?.x ?? 0
}

/** The course of a bundle: which stretch of which gutter, and where it passes through rows. */
export interface Course {
  bundle: Bundle
  /** Gutter → the points it must reach there. */
  stretches: Map<number, number[]>
  /** Row that is passed through → where. */
  lanes: Map<number, number>
  /** The gutter in which it meets its target. */
  last: number
}

/** `gaps`: where one can pass through a row. Bundles in one gap run a little beside each other. */
export function coursesOf(
  bundles: readonly Bundle[],
  placed: Places,
  port: Ports,
  gaps: (row: number) => readonly number[],
): Course[] {
  const used = new Map<string, number>()
  const laneThrough = (row: number, near: number): number => {
    const [best = near] = gaps(row).toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))
    const before = used.get(`${row} ${best}`) ?? 0
    used.set(`${row} ${best}`, before + 1)
    return best + ([0, 6, -6][before % 3] ?? 0)
  }
  return bundles.map((bundle) => {
    const goal = placed.get(bundle.target)?.row ?? 0
    const end = port(bundle, bundle.target)
    const stretches = new Map<number, number[]>()
    const lanes = new Map<number, number>()
    const reach = (gutter: number, ...xs: number[]) => stretches.set(gutter, [...(stretches.get(gutter) ?? []), ...xs])
    for (const source of bundle.sources) {
      const start = placed.get(source)?.row ?? 0
      let x = port(bundle, source)
      if (bundle.beside) reach(goal + 1, x, end)
      const step = goal < start ? -1 : 1
      for (let row = start; row !== goal; row += step) {
        const gutter = step < 0 ? row : row + 1
        const next = row + step
        if (next !== goal && !lanes.has(next)) lanes.set(next, laneThrough(next, end))
        const to = next === goal ? end : (lanes.get(next) ?? end)
        reach(gutter, x, to)
        x = to
      }
    }
    return { bundle, stretches, lanes, last: goal + (bundle.beside || bundle.upward ? 1 : 0) }
  })
}

/** Where the word of a bundle stands: on its last stretch if that is long enough, otherwise beside the end. */
export function labelAt(
  [from, to]: readonly [number, number],
  end: number,
  wide: number,
  width: number,
): { x: number; width: number } {
  if (to - from >= wide + 24) {
    // In the middle, but not on the sign that the line carries at its end.
    const middle = (from + to) / 2
    const aside = wide / 2 + 12
    const beside = end + aside + wide / 2 <= to ? end + aside : end - aside
    return { x: Math.abs(middle - end) < aside ? beside : middle, width: wide }
  }
  const after = end + 8 + wide / 2
  return { x: after + wide / 2 > width ? end - 8 - wide / 2 : after, width: wide }
}

export const spanOf = (xs: readonly number[]): [number, number] => [Math.min(...xs), Math.max(...xs)]

/** Which track of its gutter each stretch runs on: what would lie on each other does not share one. Label room counts. */
export function tracksOf(
  courses: readonly Course[],
  port: Ports,
  labelWidth: (kind: LineKind) => number,
  width: number,
): { trackOf: (course: Course, gutter: number) => number; tracksIn: (gutter: number) => number } {
  const stretches = courses.flatMap((course) =>
    [...course.stretches].map(([gutter, xs]) => {
      const span = spanOf(xs)
      const { bundle, last } = course
      const label = labelAt(span, port(bundle, bundle.target), labelWidth(bundle.kind), width)
      const room = gutter === last ? [label.x - label.width / 2, label.x + label.width / 2] : []
      return { course, gutter, span: spanOf([...span, ...room]) }
    }),
  )
  const ends = new Map<string, number>()
  const tracks = new Map<string, number>()
  const key = (course: Course, gutter: number) => `${courses.indexOf(course)} ${gutter}`
  for (const { course, gutter, span } of stretches.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])) {
    let track = 0
    while ((ends.get(`${gutter} ${track}`) ?? -Infinity) > span[0] - 12) track++
    tracks.set(key(course, gutter), track)
    ends.set(`${gutter} ${track}`, span[1])
  }
  return {
    trackOf: (course, gutter) => tracks.get(key(course, gutter)) ?? 0,
    tracksIn: (gutter) =>
      Math.max(
        0,
        ...stretches
          .filter((one) => one.gutter === gutter)
          .map(({ course }) => (tracks.get(key(course, gutter)) ?? 0) + 1),
      ),
  }
}
