import type { ComponentChildren } from 'preact'
import { Glyph } from './glyph.tsx'
import { Link } from './link.tsx'

export type StepState = 'done' | 'current' | 'todo'

const drawings: Record<StepState, ComponentChildren> = {
  done: (
    <>
      <rect x="7" y="7" width="18" height="18" fill="currentColor" />
      <path d="m11.5 16.5 3.2 3.2 6-7" fill="none" stroke="var(--tw-paper)" stroke-width="2.6" />
    </>
  ),
  current: <rect x="5" y="5" width="22" height="22" fill="currentColor" />,
  todo: <rect x="8" y="8" width="16" height="16" fill="var(--tw-paper)" stroke="currentColor" stroke-width="3" />,
}

const Square = ({ state }: { state: StepState }) => <svg viewBox="0 0 32 32">{drawings[state]}</svg>

const stateClass = { done: { class: 'done' }, current: {}, todo: { class: 'todo' } } as const

/** How far one is on a way of several pages: squares on a thread. The words say the same. */
export const StepTrail = ({ label, steps }: { label: string; steps: readonly StepState[] }) => (
  <div class="tw-stack tw-stretch">
    <p class="tw-muted tw-num">{label}</p>
    <ol class="tw-stepper" aria-hidden="true">
      {steps.map((state) => (
        <li {...stateClass[state]}>
          <Square state={state} />
        </li>
      ))}
    </ol>
  </div>
)

export interface ListedStep {
  title: string
  path: string
  /** What it is about, in a few words. */
  text: string
  isDone: boolean
  /** "fertig", "2 Angaben fehlen". */
  note: string
}

/** All steps of a way below each other, each a link; the thread is filled as far as they are done. */
export const StepList = ({ label, steps }: { label: string; steps: readonly ListedStep[] }) => (
  <ol class="tw-steplist" aria-label={label}>
    {steps.map(({ title, path, text, isDone, note }) => (
      <li {...(isDone ? { class: 'done' } : {})}>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          {drawings[isDone ? 'done' : 'todo']}
        </svg>
        <h2>
          <Link path={path}>{title}</Link>
        </h2>
        <p class="tw-steplist__note">
          {isDone ? (
            <span class="tw-muted">{note}</span>
          ) : (
            <span class="tw-mark tw-course tw-warn">
              <Glyph name="c-warn" />
              <span>{note}</span>
            </span>
          )}
        </p>
        <p class="tw-steplist__text">{text}</p>
      </li>
    ))}
  </ol>
)
