import { isValidElement, type ComponentChildren } from 'preact'
import { EditLink } from './buttons.tsx'
import { Glyph } from './glyph.tsx'
import { Link, type To } from './link.tsx'
import { KindLine } from './marks.tsx'
import { usePage } from './page-context.ts'
import { PlainVersions } from './plain-versions.tsx'
import type { Kind } from './words.ts'

interface TitleProps {
  title: ComponentChildren
  lead?: ComponentChildren
  /** Buttons and links: what one may do here. */
  actions?: ComponentChildren
  /** No crumbs above: leaves more room. */
  first?: boolean
}

/** The heading of a page, with a lead and what one may do. */
export const PageTitle = ({ title, lead, actions, first = false }: TitleProps) => (
  <div class={first ? 'tw-object tw-first' : 'tw-object'}>
    <TitleLines title={title} lead={lead} actions={actions} />
  </div>
)

/** A title that would fill the window in the size of titles: more than about three lines of it. */
const mostLarge = 110
const isLong = (title: ComponentChildren): boolean => {
  if (typeof title === 'string') return title.length > mostLarge
  if (Array.isArray(title)) return title.some(isLong)
  // ForeignText and the like carry their words as a property.
  const text = isValidElement(title) ? (title.props as { text?: unknown }).text : undefined
  return typeof text === 'string' && text.length > mostLarge
}

const TitleLines = ({ title, lead, actions }: TitleProps) => (
  <>
    <h1 class={isLong(title) ? 'kern-heading-x-large tw-title--long' : 'kern-heading-x-large'}>{title}</h1>
    {lead && <p class="tw-lead">{lead}</p>}
    {actions && <div class="tw-row">{actions}</div>}
  </>
)

/** The heading of one thing: its kind with number and field, its name, one sentence, what one may do. */
export const ObjectHead = ({ kind, line, ...title }: TitleProps & { kind?: Kind; line?: ComponentChildren }) => (
  <div class="tw-object">
    {kind ? <KindLine kind={kind}>{line}</KindLine> : line && <p class="tw-kind">{line}</p>}
    <TitleLines {...title} />
    <PlainVersions />
  </div>
)

interface SectionProps {
  /** Unique on the page; the heading gets it, so links can lead here. */
  id: string
  title: ComponentChildren
  /** A link at the end of the heading's line. */
  more?: To & { label: string }
  edit?: To & { label: string }
  children: ComponentChildren
  /** Stands inside a column that sets the distance. */
  flush?: boolean
}

/** A part of a page with its heading, and beside it a link. */
export const Section = ({ id, title, more, edit, children, flush = false }: SectionProps) => (
  <section class={flush ? 'tw-part' : 'tw-section'} aria-labelledby={id}>
    <div class="tw-section__head">
      <h2 class="kern-heading-large" id={id}>
        {title}
      </h2>
      {more && <Link {...more}>{more.label}</Link>}
      {edit && <EditLink {...edit}>{edit.label}</EditLink>}
    </div>
    {children}
  </section>
)

/** The thing's page in two columns: what it is about, and beside it the facts. */
export function Columns({
  children,
  side,
  label,
}: {
  children: ComponentChildren
  side: ComponentChildren
  label?: string
}) {
  return (
    <div class="tw-main">
      <div class="tw-main__body">{children}</div>
      <aside class="tw-side" aria-label={label ?? usePage().words.atAGlance}>
        {side}
      </aside>
    </div>
  )
}

export const SidePart = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
)

export interface Fact {
  term: ComponentChildren
  /** Nothing to say (undefined, null, '', false): the fact is left out. */
  value: ComponentChildren
}

const told = ({ value }: Fact) => value !== undefined && value !== null && value !== '' && value !== false

/** Facts as term and value. */
export const Facts = ({ facts }: { facts: Fact[] }) => (
  <dl class="tw-facts">
    {facts.filter(told).map(({ term, value }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** A few figures, large, each with its word below. */
export const KeyFigures = ({ facts }: { facts: Fact[] }) => (
  <dl class="tw-keys tw-num">
    {facts.filter(told).map(({ term, value }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

type Tone = 'info' | 'ok' | 'warn' | 'stop'
const toneClass = { info: 'tw-note', ok: 'tw-note tw-ok', warn: 'tw-note tw-warn', stop: 'tw-note tw-stop' } as const
const toneGlyph = { info: undefined, ok: 'c-ok', warn: 'c-warn', stop: 'c-stop' } as const

/** Something to know before going on. */
export const Note = ({ tone = 'info', children }: { tone?: Tone; children: ComponentChildren }) => {
  const glyph = toneGlyph[tone]
  return (
    <div class={toneClass[tone]}>
      {glyph ? (
        <div class="tw-mark tw-course">
          <Glyph name={glyph} />
          <div>{children}</div>
        </div>
      ) : (
        children
      )}
    </div>
  )
}

/** What the public does not see: dashed frame, lock, and the words. */
export function Internal({ children }: { children: ComponentChildren }) {
  return (
    <div class="tw-internal">
      <p>
        <Glyph name="lock" /> {usePage().words.internal}
      </p>
      {children}
    </div>
  )
}

export interface LogEntry {
  /** YYYY-MM-DD or a full time, for machines. */
  at?: string
  /** The same for people. */
  when: string
  text: ComponentChildren
}

/** What happened, newest first. */
export const Log = ({ entries }: { entries: LogEntry[] }) => (
  <ol class="tw-log">
    {entries.map(({ at, when, text }) => (
      <li>
        {at ? <time datetime={at}>{when}</time> : <span class="tw-log__when">{when}</span>}
        <div>{text}</div>
      </li>
    ))}
  </ol>
)

export interface TreeNode {
  label: ComponentChildren
  open?: boolean
  children?: TreeNode[]
}

/** Things inside things: the first level folds, deeper ones are lists. */
export const Tree = ({ nodes }: { nodes: TreeNode[] }) => (
  <div class="tw-tree">
    {nodes.map(({ label, open = false, children = [] }) => (
      <details open={open}>
        <summary>{label}</summary>
        <Branch nodes={children} />
      </details>
    ))}
  </div>
)

const Branch = ({ nodes }: { nodes: TreeNode[] }) =>
  nodes.length > 0 && (
    <ul>
      {nodes.map(({ label, children = [] }) => (
        <li>
          {label}
          <Branch nodes={children} />
        </li>
      ))}
    </ul>
  )
