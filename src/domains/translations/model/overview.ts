import type { TextFilter } from './filter.ts'
import { stateOfWord } from './filter.ts'
import { stateOf, textKinds, textStates, type TargetLanguage, type TextKind, type TextState } from './texts.ts'

/** A public German text, and how it stands in the languages in which it exists. */
export interface PublicText {
  kind: TextKind
  id: number
  /** What the thing is called, in German. */
  label: string
  field: string
  versions: ReadonlyMap<string, TextState>
}

/** One text in one language that somebody should look at. */
export interface OpenText extends Omit<PublicText, 'versions'> {
  language: TargetLanguage
  state: TextState
}

export type Tally = Record<TextState, number>
export interface LanguageTally {
  language: TargetLanguage
  all: number
  tally: Tally
  /** By kind, in our order; kinds without a public text are left out. */
  kinds: { kind: TextKind; all: number; done: number }[]
}

/** How many texts stand how, per language. The states add up to all texts. */
export function tallyOf(texts: readonly PublicText[], languages: readonly TargetLanguage[]): LanguageTally[] {
  const byKind = Map.groupBy(texts, ({ kind }) => kind)
  return languages.map((language) => {
    const count = (some: readonly PublicText[], state: TextState) =>
      some.filter(({ versions }) => (versions.get(language) ?? 'missing') === state).length
    return {
      language,
      all: texts.length,
      tally: Object.fromEntries(textStates.map((state) => [state, count(texts, state)])) as Tally,
      kinds: textKinds.flatMap((kind) => {
        const some = byKind.get(kind) ?? []
        return some.length === 0 ? [] : [{ kind, all: some.length, done: count(some, 'done') }]
      }),
    }
  })
}

/** What is open, by language, in the order of the texts, as far as the filter asks for it. */
export function openOf(
  texts: readonly PublicText[],
  languages: readonly TargetLanguage[],
  { zielsprache, art, stand, q }: Pick<TextFilter, 'zielsprache' | 'art' | 'stand' | 'q'>,
): OpenText[] {
  const words = q.toLowerCase()
  const asked = texts.filter(
    ({ kind, label }) => (art === undefined || kind === art) && label.toLowerCase().includes(words),
  )
  return languages
    .filter((language) => zielsprache === undefined || language === zielsprache)
    .flatMap((language) =>
      asked.flatMap(({ versions, ...text }) => {
        const state = versions.get(language) ?? 'missing'
        if (state === 'done' || (stand !== undefined && stateOfWord(stand) !== state)) return []
        return [{ ...text, language, state }]
      }),
    )
}

/** How a text stands, from a row that holds the German only where there is a version. */
export const stateOfRow = (row: {
  german: string
  sourceHash: string
  isMachineMade: boolean
  confirmedAt: Date | null
}): TextState => stateOf(row.german, row)
