import type { LinePoint } from './line-chart.tsx'
import { halo, round } from './line-scales.ts'

/** A point where it is drawn. */
export type Place = LinePoint & { x: number; y: number }

/** Triangles with their values; the newest one filled. Signs stand at the axis where a value is missing. */
export function Points({ places, base, isWide }: { places: Place[]; base: number; isWide: boolean }) {
  const measured = places.filter(({ value }) => value !== null)
  const labelled = withLabels(measured, isWide)
  const last = measured.at(-1)
  return (
    <>
      {places.map(
        (place) =>
          place.value === null &&
          place.mark !== undefined && (
            <text class="m" x={place.x} y={base - 8} text-anchor="middle" {...halo}>
              {place.mark}
            </text>
          ),
      )}
      {measured.map((place) => (
        <Triangle place={place} isLast={place === last} />
      ))}
      {measured.map(
        (place, index) =>
          labelled.has(place) && (
            <text
              x={place.x}
              y={isValley(measured, index) && place.y + 30 < base ? round(place.y + 27) : round(place.y - 17)}
              text-anchor="middle"
              font-weight="680"
              {...halo}
            >
              {place.label}
            </text>
          ),
      )}
    </>
  )
}

const Triangle = ({ place, isLast }: { place: Place; isLast: boolean }) => (
  <path
    d={`M${place.x} ${round(place.y - 9)}l9 16h-18z`}
    fill={isLast && !place.isSoft ? 'var(--tw-indicator)' : 'var(--tw-paper)'}
    stroke="var(--tw-indicator)"
    stroke-width="3"
    stroke-linejoin="round"
    {...(place.isSoft && { 'stroke-dasharray': '5 3.5' })}
  />
)

/** From the newest back, as many as stand side by side without touching. */
function withLabels(places: readonly Place[], isWide: boolean): ReadonlySet<Place> {
  const chosen = new Set<Place>()
  let edge: number | undefined
  for (const place of places.toReversed()) {
    const room = place.label.length * 8.4 + (isWide ? 14 : 8)
    if (edge !== undefined && Math.abs(edge - place.x) < room) continue
    chosen.add(place)
    edge = place.x
  }
  return chosen
}

/** Both neighbours lie higher (smaller y): the label has its room below. */
function isValley(places: readonly Place[], index: number): boolean {
  const [before, here, after] = [places[index - 1], places[index], places[index + 1]]
  if (!here) return false
  const isBelow = (other: Place | undefined) => other === undefined || other.y < here.y
  return (before !== undefined || after !== undefined) && isBelow(before) && isBelow(after)
}
