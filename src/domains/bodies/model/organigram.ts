import { jointsOf, syllablesOf } from './word-joints.ts'
import { natureOf, type BodyType, type RelationKind } from './body.ts'

/** What the picture is drawn from: bodies by their short names, and how they are tied. */
export interface DrawnBody {
  id: number
  label: string
  type: BodyType
  parentId: number | null
}
export interface DrawnRelation {
  from: number
  to: number
  kind: RelationKind
}

/** A line of the picture. PART_OF: only the parent is known, nothing else is said of the two. */
export const lineKinds = ['REPORTS_TO', 'ADVISES', 'INTERFACE_TO', 'PART_OF'] as const
export type LineKind = (typeof lineKinds)[number]
export interface Line {
  from: number
  to: number
  kind: LineKind
}

/** The lines between the bodies that are drawn, each once: an interface has no direction, reporting says belonging, too. */
export function linesOf(bodies: readonly DrawnBody[], relations: readonly DrawnRelation[]): Line[] {
  const known = new Set(bodies.map(({ id }) => id))
  const drawn = new Map<string, Line>()
  const draw = ({ from, to, kind }: Line) => {
    if (from === to || !known.has(from) || !known.has(to)) return
    const [a, b] = kind === 'INTERFACE_TO' ? [Math.min(from, to), Math.max(from, to)] : [from, to]
    drawn.set(`${kind} ${a} ${b}`, { from: a, to: b, kind })
  }
  for (const relation of relations) draw(relation)
  for (const { id, parentId } of bodies)
    if (parentId !== null && !drawn.has(`REPORTS_TO ${id} ${parentId}`))
      draw({ from: id, to: parentId, kind: 'PART_OF' })
  return [...drawn.values()]
}

const rankOf = (type: BodyType): number =>
  type === 'COUNCIL' ? 0 : { politics: 1, steering: 2, working: 3, circles: 4 }[natureOf(type)]

/** More boxes than this do not fit beside each other. */
export const mostInRow = 7

/**
 * The bodies in rows from the council down: by their nature, and never above or beside the body they belong to. Within a
 * row they stand near what they are tied to.
 */
export function rowsOf(bodies: readonly DrawnBody[], lines: readonly Line[]): number[][] {
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const levelOf = (id: number, path: readonly number[] = []): number => {
    const body = byId.get(id)
    if (!body || path.includes(id)) return 0
    const above = body.parentId !== null && byId.has(body.parentId) ? levelOf(body.parentId, [...path, id]) + 1 : 0
    return Math.max(rankOf(body.type), above)
  }
  const levels = Map.groupBy(bodies, ({ id }) => levelOf(id))
  const rows = [...levels].toSorted(([a], [b]) => a - b).flatMap(([, all]) => inChunks(all.map(({ id }) => id)))
  return untangled(rows, lines)
}

function inChunks(ids: number[]): number[][] {
  const rows = Math.ceil(ids.length / mostInRow)
  const size = Math.ceil(ids.length / rows)
  return Array.from({ length: rows }, (_, row) => ids.slice(row * size, (row + 1) * size))
}

/** Some sweeps of the barycentre rule: each body moves to the middle of those it is tied to in other rows. */
function untangled(rows: number[][], lines: readonly Line[]): number[][] {
  let current = rows
  for (let sweep = 0; sweep < 4; sweep++) {
    const place = new Map(current.flatMap((row) => row.map((id, at) => [id, (at + 0.5) / row.length] as const)))
    const rowOf = new Map(current.flatMap((row, at) => row.map((id) => [id, at] as const)))
    current = current.map((row) => {
      const wanted = new Map(row.map((id) => [id, wish(id, lines, place, rowOf)]))
      return row.toSorted((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0))
    })
  }
  return current
}

function wish(id: number, lines: readonly Line[], place: Map<number, number>, rowOf: Map<number, number>): number {
  const others = lines
    .flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
    .filter((other) => rowOf.get(other) !== rowOf.get(id))
  const own = place.get(id) ?? 0
  if (others.length === 0) return own
  return others.reduce((sum, other) => sum + (place.get(other) ?? 0), 0) / others.length + own / 1000
}

/** The label in lines of at most `most` characters; a word that is longer is divided. */
export function wrapped(label: string, most: number): string[] {
  const lines: string[] = []
  for (const word of label.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(...pieces(word, most))
  }
  return lines
}

/** After a hyphen of its own, else between the parts of a compound, else between syllables, else anywhere. */
function pieces(word: string, most: number): string[] {
  if (word.length <= most) return [word]
  const own = [...word.matchAll(/[-/](?=[^-/])/g)].map(({ index }) => index + 1).findLast((at) => at <= most)
  if (own !== undefined) return [word.slice(0, own), ...pieces(word.slice(own), most)]
  const head = /^[\p{L}]+/u.exec(word)?.[0] ?? word
  const fits = (places: readonly number[]) => places.findLast((place) => place < most)
  const at = fits(jointsOf(head)) ?? fits(syllablesOf(head)) ?? most - 1
  return [`${word.slice(0, at)}-`, ...pieces(word.slice(at), most)]
}
