import { createContext } from 'preact'
import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'

const check = 'm7 12.4 3.5 3.5L17 8.6'
const frame = <rect x="3" y="3" width="18" height="18" fill="none" stroke="currentColor" stroke-width="2" />
const full = <path d="M2 2h20v20H2z" fill="currentColor" />

/** Small pictures that stand beside a word, never alone. Kinds, states (squares), courses, freshness, signs. */
const drawings = {
  need: <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="3" />,
  goal: (
    <path
      d="M12 2.2 21.8 12 12 21.8 2.2 12Z"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linejoin="round"
    />
  ),
  measure: <rect x="4" y="4" width="16" height="16" fill="none" stroke="currentColor" stroke-width="3" />,
  indicator: (
    <path d="M12 3.5 21.5 20.5h-19Z" fill="none" stroke="currentColor" stroke-width="3" stroke-linejoin="round" />
  ),
  's-new': frame,
  's-prep': (
    <>
      {frame}
      <path d="M3 16h18v5H3z" fill="currentColor" />
    </>
  ),
  's-run': (
    <>
      {frame}
      <path d="M3 10h18v11H3z" fill="currentColor" />
    </>
  ),
  's-done': (
    <>
      {full}
      <path d="m6.5 12.5 3.7 3.7 7.3-8" fill="none" stroke="var(--tw-paper)" stroke-width="2.6" />
    </>
  ),
  's-perm': (
    <>
      {full}
      <path
        d="M12 12c-2-3-7-3.6-7 0s5 3 7 0 7-3.6 7 0-5 3-7 0Z"
        fill="none"
        stroke="var(--tw-paper)"
        stroke-width="2.2"
      />
    </>
  ),
  's-pause': (
    <>
      <rect
        x="3"
        y="3"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-dasharray="3 2.1"
      />
      <path d="M9.2 8v8M14.8 8v8" stroke="currentColor" stroke-width="2.4" />
    </>
  ),
  's-off': (
    <>
      {frame}
      <path d="m7.5 7.5 9 9m0-9-9 9" stroke="currentColor" stroke-width="2.2" />
    </>
  ),
  'c-ok': (
    <>
      <circle cx="12" cy="12" r="10.5" fill="currentColor" />
      <path d={check} fill="none" stroke="var(--tw-paper)" stroke-width="2.6" />
    </>
  ),
  'c-warn': (
    <>
      <path d="M12 1.8 23.2 21.6H.8Z" fill="currentColor" stroke="currentColor" stroke-linejoin="round" />
      <path d="M12 8.5v6.2M12 17v2.4" stroke="var(--tw-paper)" stroke-width="2.6" />
    </>
  ),
  'c-stop': (
    <>
      <path d="M7.5 1.2h9l6.3 6.3v9l-6.3 6.3h-9l-6.3-6.3v-9Z" fill="currentColor" />
      <path d="m8 8 8 8m0-8-8 8" stroke="var(--tw-paper)" stroke-width="2.8" />
    </>
  ),
  'c-none': (
    <>
      <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.6 2.4" />
      <path d="M8 12h8" stroke="currentColor" stroke-width="2.4" />
    </>
  ),
  'f-fresh': (
    <>
      <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M12 6.5V12l3.8 2.4" fill="none" stroke="currentColor" stroke-width="2.2" />
    </>
  ),
  // working together: two circles that come closer
  'k-none': (
    <g fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.6 2">
      <circle cx="5.5" cy="12" r="4" />
      <circle cx="18.5" cy="12" r="4" />
    </g>
  ),
  'k-contact': (
    <g fill="none" stroke="currentColor" stroke-width="2">
      <circle cx="6.5" cy="12" r="4.8" />
      <circle cx="17.5" cy="12" r="4.8" />
    </g>
  ),
  'k-agreed': (
    <>
      <path d="M12 7.2a6.2 6.2 0 0 1 0 9.6 6.2 6.2 0 0 1 0-9.6Z" fill="currentColor" />
      <g fill="none" stroke="currentColor" stroke-width="2">
        <circle cx="8.2" cy="12" r="6.2" />
        <circle cx="15.8" cy="12" r="6.2" />
      </g>
    </>
  ),
  'k-formal': (
    <>
      <g fill="currentColor">
        <circle cx="8.2" cy="12" r="7.2" />
        <circle cx="15.8" cy="12" r="7.2" />
      </g>
      <path d="m8.6 12.4 2.4 2.4 4.6-5" fill="none" stroke="var(--tw-paper)" stroke-width="2.4" />
    </>
  ),
  // what a body may do with a subject: a ballot, full for a decision
  'd-decides': (
    <>
      <path d="M12 1.5 22 8.5V22H2V8.5Z" fill="currentColor" />
      <path d="m7.4 14 3.4 3.4 6-6.8" fill="none" stroke="var(--tw-paper)" stroke-width="2.6" />
    </>
  ),
  'd-recommends': (
    <>
      <path d="M12 2.7 21 9v12H3V9Z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
      <path d="M12 18v-7m-3.4 3.2L12 10.6l3.4 3.6" fill="none" stroke="currentColor" stroke-width="2.2" />
    </>
  ),
  'd-accompanies': (
    <>
      <path
        d="M12 2.7 21 9v12H3V9Z"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linejoin="round"
        stroke-dasharray="3 2.2"
      />
      <circle cx="12" cy="14.5" r="3" fill="currentColor" />
    </>
  ),
  x: <path d="m6 6 12 12M18 6 6 18" stroke="currentColor" stroke-width="2.4" />,
  lock: (
    <>
      <path d="M5 11h14v10H5z" fill="currentColor" />
      <path d="M8 11V7.5a4 4 0 0 1 8 0V11" fill="none" stroke="currentColor" stroke-width="2.2" />
    </>
  ),
  more: <path d="m5 9 7 7 7-7" fill="none" stroke="currentColor" stroke-width="2.4" />,
  up: <path d="M12 20V5m-6 6 6-6 6 6" fill="none" stroke="currentColor" stroke-width="2.4" />,
  down: <path d="M12 4v15m-6-6 6 6 6-6" fill="none" stroke="currentColor" stroke-width="2.4" />,
} satisfies Record<string, ComponentChildren>

export type GlyphName = keyof typeof drawings

const Shown = createContext<Set<GlyphName> | undefined>(undefined)

/** Collects the glyphs that are shown inside, so that `GlyphSprite` at the end can hold just these. */
export const GlyphCollector = Shown.Provider
export const newGlyphCollection = () => new Set<GlyphName>()

/** A small picture; hidden from readers, so the word beside it must say the same. */
export function Glyph({ name }: { name: GlyphName }) {
  useContext(Shown)?.add(name)
  return (
    <svg class="tw-g" aria-hidden="true">
      <use href={`#g-${name}`} />
    </svg>
  )
}

/** The drawings of all glyphs on the page. Stands last in the body: only then is known which ones occur. */
export function GlyphSprite() {
  const shown = useContext(Shown)
  return (
    <svg width="0" height="0" class="tw-sprite" aria-hidden="true">
      <defs>
        {[...(shown ?? [])].map((name) => (
          <symbol id={`g-${name}`} viewBox="0 0 24 24">
            {drawings[name]}
          </symbol>
        ))}
      </defs>
    </svg>
  )
}
