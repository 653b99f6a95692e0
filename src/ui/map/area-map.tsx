import type { ComponentChildren } from 'preact'
import { type To, useAddress } from '../link.tsx'
import { classOf, valueClasses } from './classes.ts'
import { drawShapes, type Boundaries, type Shape } from './shapes.ts'

export interface MapArea {
  name: string
  /** null: not known, which is not zero. */
  value: number | null
  boundaries: Boundaries | null
  to: To
  /** The area that the page is about. */
  isHere?: boolean
}
interface Props {
  areas: readonly MapArea[]
  /** How a number is written; with its word where it stands alone: "12 Maßnahmen". */
  amount: (value: number) => string
  /** Absent: the map only says where something lies. */
  legend?: { title: string; range: (from: string, to: string) => string; unknown: string }
}

/**
 * Areas as shapes, each a link with its name and number. Classes of values differ by pattern and depth, so that colour
 * alone says nothing. Readers and the keyboard use the table that stands beside every map and holds the same links.
 */
export function AreaMap({ areas, amount, legend }: Props) {
  const drawing = drawShapes(areas.map(({ boundaries }) => boundaries))
  if (!drawing) return null
  const classes = valueClasses(areas.flatMap(({ value }) => value ?? []))
  // Without zero the palest class is left out, so that it always means "nothing".
  const shift = classes[0]?.from === 0 ? 0 : 1
  const lookOf = ({ value, isHere }: MapArea) => {
    if (!legend) return isHere ? '4' : '0'
    const found = classOf(value, classes)
    return found === null ? 'unknown' : String(found + shift)
  }
  const hasUnknown = areas.some(({ value, boundaries }) => value === null && boundaries !== null)
  return (
    <figure class="tw-map">
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true" focusable="false">
        <Patterns />
        {areas.map((area, index) => {
          const shape = drawing.shapes[index]
          return shape && <AreaShape area={area} shape={shape} look={lookOf(area)} amount={amount} />
        })}
        {areas.map((area, index) => {
          const shape = legend && drawing.shapes[index]
          return shape && <Words area={area} shape={shape} amount={amount} />
        })}
      </svg>
      {legend && (
        <figcaption>
          <p class="tw-map__title">{legend.title}</p>
          <ul>
            {classes.map(({ from, to }, index) => (
              <li>
                <Swatch look={String(index + shift)} />
                {from === to ? amount(from) : legend.range(amount(from), amount(to))}
              </li>
            ))}
            {hasUnknown && (
              <li>
                <Swatch look="unknown" /> {legend.unknown}
              </li>
            )}
          </ul>
        </figcaption>
      )}
    </figure>
  )
}

interface ShapeProps {
  area: MapArea
  shape: Shape
  look: string
  amount: Props['amount']
}

function AreaShape({ area: { name, value, to, isHere = false }, shape, look, amount }: ShapeProps) {
  const address = useAddress()
  return (
    <a href={address(to)} tabindex={-1}>
      <title>{value === null || amount(value) === '' ? name : `${name}: ${amount(value)}`}</title>
      <path {...(isHere && { class: 'tw-here' })} d={shape.path} fill={`url(#tw-map-${look})`} fill-rule="evenodd" />
    </a>
  )
}

// Measured in the units of the drawing: a letter of the name and a digit, wide and narrow.
const letter = 10.6
const digit = { wide: 12, narrow: 24 }

/** The number inside its area, and above it the name where there is room. */
function Words({ area: { name, value }, shape: { label }, amount }: Omit<ShapeProps, 'look'>) {
  const text = value === null ? '' : amount(value)
  const hasName = label.width > name.length * letter + 14
  const fits = {
    wide: label.width > text.length * digit.wide + 6,
    narrow: label.width > text.length * digit.narrow + 6,
  }
  return (
    <>
      {hasName && (
        <text class="tw-wide" x={label.x} y={label.y - (text ? 4 : -7)} text-anchor="middle">
          {name}
        </text>
      )}
      {text && fits.wide && (
        <text
          class={fits.narrow ? 'tw-map__number' : 'tw-map__number tw-wide'}
          x={label.x}
          y={label.y + (hasName ? 20 : 8)}
          text-anchor="middle"
        >
          {text}
        </text>
      )}
    </>
  )
}

const Swatch = ({ look }: { look: string }) => (
  <svg class="tw-map__swatch" viewBox="0 0 44 28" aria-hidden="true">
    <rect x="1" y="1" width="42" height="26" fill={`url(#tw-map-${look})`} stroke="var(--tw-ink)" stroke-width="1.5" />
  </svg>
)

/** From empty to dense: paper, dots, lines, crossed lines, full; and a mark of its own for "not known". */
const Patterns = () => (
  <defs>
    <Pattern name="0" />
    <Pattern name="1">
      <path d="M4 4h3v3h-3zM12 12h3v3h-3z" />
    </Pattern>
    <Pattern name="2">
      <path d="M0 16 16 0M-2 2 2-2M14 18l4-4" />
    </Pattern>
    <Pattern name="3">
      <path d="M0 16 16 0M-2 2 2-2M14 18l4-4M0 0l16 16M-2 14l4 4M14-2l4 4" />
    </Pattern>
    <Pattern name="4" />
    <Pattern name="unknown">
      <path d="M0 8h8" />
    </Pattern>
  </defs>
)

const Pattern = ({ name, children }: { name: string; children?: ComponentChildren }) => (
  <pattern
    id={`tw-map-${name}`}
    class={`tw-map__p tw-map__p${name}`}
    width="16"
    height="16"
    patternUnits="userSpaceOnUse"
  >
    <rect width="16" height="16" />
    {children}
  </pattern>
)
