import type { ComponentChildren } from 'preact'
import { Glyph, type GlyphName } from './glyph.tsx'
import { usePage } from './page-context.ts'
import type { Kind } from './words.ts'

const kindClass = {
  need: 'tw-kind tw-need',
  goal: 'tw-kind tw-goal',
  measure: 'tw-kind tw-measure',
  indicator: 'tw-kind tw-indicator',
} as const satisfies Record<Kind, string>

/** Shape and word of a kind, e.g. in a list of mixed things. Without children it says the kind itself. */
export function KindMark({ kind, children }: { kind: Kind; children?: ComponentChildren }) {
  const { words } = usePage()
  return (
    <span class={kindClass[kind]}>
      <Glyph name={kind} />
      <span>{children ?? words.kinds[kind]}</span>
    </span>
  )
}

/** The same as a line above a heading: "□ Maßnahme 2.4 · Bildung". */
export const KindLine = (props: { kind: Kind; children?: ComponentChildren }) => (
  <p>
    <KindMark {...props} />
  </p>
)

export type MeasureState =
  'NOT_STARTED' | 'IN_PREPARATION' | 'RUNNING' | 'COMPLETED' | 'PERMANENT' | 'DEFERRED' | 'DISCONTINUED'

const stateGlyphs: Record<MeasureState, GlyphName> = {
  NOT_STARTED: 's-new',
  IN_PREPARATION: 's-prep',
  RUNNING: 's-run',
  COMPLETED: 's-done',
  PERMANENT: 's-perm',
  DEFERRED: 's-pause',
  DISCONTINUED: 's-off',
}
const resting: ReadonlySet<MeasureState> = new Set(['NOT_STARTED', 'DEFERRED', 'DISCONTINUED'])

interface MarkProps<Value> {
  value: Value
  /** The word; the sign alone says nothing. */
  label: ComponentChildren
}

/** How far a measure is: a square that fills. */
export const StateMark = ({ value, label }: MarkProps<MeasureState>) => (
  <span class={resting.has(value) ? 'tw-mark tw-state tw-state--off' : 'tw-mark tw-state'}>
    <Glyph name={stateGlyphs[value]} />
    <span>{label}</span>
  </span>
)

/** The square alone, for pictures made of many; the words must stand beside the whole. */
export const StateGlyph = ({ value }: { value: MeasureState }) => <Glyph name={stateGlyphs[value]} />

export type Course = 'GREEN' | 'YELLOW' | 'RED' | 'GREY'

const courseLook: Record<Course, { glyph: GlyphName; tone: string }> = {
  GREEN: { glyph: 'c-ok', tone: 'tw-ok' },
  YELLOW: { glyph: 'c-warn', tone: 'tw-warn' },
  RED: { glyph: 'c-stop', tone: 'tw-stop' },
  GREY: { glyph: 'c-none', tone: 'tw-none' },
}

/** Whether it goes as planned: circle, triangle, octagon, dashed circle. */
export const CourseMark = ({ value, label }: MarkProps<Course>) => (
  <span class={`tw-mark tw-course ${courseLook[value].tone}`}>
    <Glyph name={courseLook[value].glyph} />
    <span>{label}</span>
  </span>
)

/** When an entry was last confirmed. Stale ones are said in another colour and with the number of days. */
export const FreshMark = ({ value, label }: MarkProps<'fresh' | 'stale'>) => (
  <span class={value === 'stale' ? 'tw-mark tw-fresh tw-fresh--stale' : 'tw-mark tw-fresh'}>
    <Glyph name="f-fresh" />
    <span>{label}</span>
  </span>
)

export interface Status {
  term: string
  mark: ComponentChildren
  /** Reason, date, who. */
  detail?: ComponentChildren
}

/** State, course and freshness side by side, always in this order. */
export const StatusRow = ({ items }: { items: Status[] }) => (
  <dl class="tw-status">
    {items.map(({ term, mark, detail }) => (
      <div>
        <dt>{term}</dt>
        <dd>{mark}</dd>
        {detail && <dd>{detail}</dd>}
      </div>
    ))}
  </dl>
)

const badgeTone = {
  plain: 'tw-badge',
  ok: 'tw-badge tw-ok',
  warn: 'tw-badge tw-warn',
  stop: 'tw-badge tw-stop',
} as const

/** A short word on a thing: "Entwurf", "neu". */
export const Badge = ({ tone = 'plain', children }: { tone?: keyof typeof badgeTone; children: ComponentChildren }) => (
  <span class={badgeTone[tone]}>{children}</span>
)
