import type { SayOf } from '#platform/texts/texts.ts'
import { Badge } from '#ui/marks.tsx'
import { fieldWord, type TextState } from '../model/texts.ts'
import type { texts } from '../texts/index.ts'

export type T = SayOf<typeof texts>

export const kindOf = (t: T, kind: string) => t.dynamic(`kind.${kind}`)
export const fieldOf = (t: T, kind: string, field: string) => t.dynamic(`field.${fieldWord(kind, field)}`)
export const languageOf = (t: T, language: string) => t.dynamic(`language.${language}`)

const tones = { missing: 'plain', stale: 'warn', unchecked: 'warn', done: 'ok' } as const

/** How a text stands, as a word. */
export const StateBadge = ({ t, state }: { t: T; state: TextState }) => (
  <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
)
