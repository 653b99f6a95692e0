import * as v from 'valibot'
import { listEntries, wishedWord } from '#platform/forms/filter.ts'
import { textKinds, type TargetLanguage } from './texts.ts'

/** What is still to do with a text. */
export const openStates = ['missing', 'stale', 'unchecked'] as const

/** The words of the address bar. `sprache` is taken: it chooses the language of the page. */
const stateWords = { fehlt: 'missing', veraltet: 'stale', ungeprueft: 'unchecked' } as const
export type StateWord = keyof typeof stateWords
export const wordOfState = Object.fromEntries(
  Object.entries(stateWords).map(([word, state]) => [state, word]),
) as Record<(typeof openStates)[number], StateWord>
export const stateOfWord = (word: StateWord) => stateWords[word]

export const textFilter = v.object({
  ...listEntries(['folge']),
  zielsprache: wishedWord(['en', 'ar', 'tr', 'uk', 'de-x-einfach', 'de-x-leicht'] satisfies TargetLanguage[]),
  art: wishedWord(textKinds),
  stand: wishedWord(['fehlt', 'veraltet', 'ungeprueft'] satisfies StateWord[]),
})
export type TextFilter = v.InferOutput<typeof textFilter>
export const narrowing = ['zielsprache', 'art', 'stand', 'q'] as const
