import type { ComponentChildren } from 'preact'
import { type To, useAddress } from './link.tsx'
import { type Kind, kinds } from './words.ts'

export interface ThreadKnot {
  /** "2 Bedarfe", "Ziel": kind and number in the words of the house. */
  title: ComponentChildren
  /** The thing this page is about: its knot is filled. */
  here?: boolean
  items: ({ label: ComponentChildren } & (To | object))[]
  /** Said where there is no item. */
  empty?: ComponentChildren
}

/** The chain of one thing: need, goal, measure, indicator as four knots on a thread, each with its links. */
export const Thread = ({ label, knots }: { label: string; knots: Record<Kind, ThreadKnot> }) => (
  <nav class="tw-thread" aria-label={label}>
    <ol>
      {kinds.map((kind) => (
        <li class={knots[kind].here ? `tw-${kind} tw-here` : `tw-${kind}`}>
          <Knot kind={kind} />
          <span class="tw-thread__kind">{knots[kind].title}</span>
          <KnotItems {...knots[kind]} />
        </li>
      ))}
    </ol>
  </nav>
)

const shapes: Record<Kind, ComponentChildren> = {
  need: <circle class="f" cx="16" cy="16" r="10" stroke="currentColor" stroke-width="3.5" />,
  goal: <path class="f" d="M16 4 28 16 16 28 4 16Z" stroke="currentColor" stroke-width="3.5" stroke-linejoin="round" />,
  measure: <rect class="f" x="6" y="6" width="20" height="20" stroke="currentColor" stroke-width="3.5" />,
  indicator: <path class="f" d="M16 5 28 26H4Z" stroke="currentColor" stroke-width="3.5" stroke-linejoin="round" />,
}

const Knot = ({ kind }: { kind: Kind }) => (
  <svg class="tw-knot" viewBox="0 0 32 32" aria-hidden="true">
    {shapes[kind]}
  </svg>
)

function KnotItems({ items, here = false, empty }: ThreadKnot) {
  const [first, ...others] = items
  if (!first) return <span class="tw-thread__text tw-muted">{empty}</span>
  if (others.length === 0) return <KnotItem {...first} here={here} />
  return (
    <ul>
      {items.map((item) => (
        <li>
          <KnotItem {...item} here={here} />
        </li>
      ))}
    </ul>
  )
}

function KnotItem({ label, here, ...to }: ThreadKnot['items'][number] & { here: boolean }) {
  const address = useAddress()
  if ('path' in to || 'href' in to)
    return (
      <a class="tw-thread__text" href={address(to as To)}>
        {label}
      </a>
    )
  return (
    <span class="tw-thread__text" {...(here && { 'aria-current': 'true' as const })}>
      {label}
    </span>
  )
}
