import { useAddress, type To } from './link.tsx'

export interface FormStep {
  label: string
  /** Steps that are done, or that one may look at again, lead there. */
  to?: To
}

const boxes = {
  done: (
    <>
      <rect x="7" y="7" width="18" height="18" fill="currentColor" />
      <path d="m11.5 16.5 3.2 3.2 6-7" fill="none" stroke="var(--tw-paper)" stroke-width="2.6" />
    </>
  ),
  cur: <rect x="5" y="5" width="22" height="22" fill="currentColor" />,
  todo: <rect x="8" y="8" width="16" height="16" fill="var(--tw-paper)" stroke="currentColor" stroke-width="3" />,
} as const

/** The steps of a long form as squares on a thread. `current` counts from 0; `progress` says it in words. */
export function Stepper({
  steps,
  current,
  label,
  progress,
}: {
  steps: readonly FormStep[]
  current: number
  label: string
  progress: string
}) {
  const address = useAddress()
  return (
    <nav class="tw-steps" aria-label={label}>
      <p class="tw-muted tw-num">{progress}</p>
      <ol class="tw-stepper tw-stepper--named">
        {steps.map(({ label: name, to }, place) => {
          const state = place < current ? 'done' : place === current ? 'cur' : 'todo'
          return (
            <li class={state} {...(state === 'cur' && { 'aria-current': 'step' as const })}>
              <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                {boxes[state]}
              </svg>
              {to && state !== 'cur' ? <a href={address(to)}>{name}</a> : <span>{name}</span>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
