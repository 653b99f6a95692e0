import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { IntlMessageFormat } from 'intl-messageformat'
import type { InterfaceLanguage } from '#values/language.ts'
import { houseWords, inflect, type HouseWords } from './house-words.ts'
import type { Arguments } from './icu.ts'

/** How a page speaks: its language, and the words of the house. Compiled messages are kept with it. */
export interface Speech {
  language: InterfaceLanguage
  words: HouseWords
  compiled: Map<object, Map<string, string | IntlMessageFormat>>
}

export const speechOf = (language: InterfaceLanguage, chosenWords: Readonly<Record<string, unknown>> = {}): Speech => ({
  language,
  words: houseWords(chosenWords),
  compiled: new Map(),
})

export type Messages = Readonly<Record<string, string>>
/** The same keys as German: a missing translation does not compile. */
export type Translation<De extends Messages> = { readonly [Key in keyof De]: string }

type ArgumentsOf<Message extends string> = keyof Arguments<Message> extends never ? [] : [Arguments<Message>]
/** `t('count', { count: 3 })`: keys and arguments are checked by the compiler. */
export interface Say<De extends Messages> {
  <Key extends keyof De & string>(key: Key, ...values: ArgumentsOf<De[Key]>): string
  /** For keys made from data, e.g. `state.RUNNING`; an unknown key is shown as it is. */
  dynamic: (key: string, values?: Readonly<Record<string, unknown>>) => string
  language: InterfaceLanguage
}
export interface Texts<De extends Messages> {
  (speech: Speech): Say<De>
  readonly all: Readonly<Record<InterfaceLanguage, Messages>>
}

/** The `t` of these texts, for functions that are given one. */
export type SayOf<T> = T extends Texts<infer De> ? Say<De> : never

const everyText: Texts<Messages>[] = []
/** Every text of the program, for the test that renders all of them with every word of the house. */
export const allTexts = (): readonly Texts<Messages>[] => everyText

/** The texts of a domain in all languages of the interface. */
export function defineTexts<const De extends Messages>(all: {
  de: De
  en: Translation<De>
  ar: Translation<De>
}): Texts<De> {
  const texts = Object.assign(
    (speech: Speech): Say<De> => {
      const messages: Messages = all[speech.language]
      const compiled = speech.compiled.get(all) ?? new Map<string, string | IntlMessageFormat>()
      speech.compiled.set(all, compiled)
      const dynamic = (key: string, values?: Readonly<Record<string, unknown>>) => {
        let message = compiled.get(key)
        if (message === undefined) compiled.set(key, (message = compile(messages[key] ?? key, speech)))
        return typeof message === 'string' ? message : String(message.format(values))
      }
      return Object.assign((key: string, values?: Readonly<Record<string, unknown>>) => dynamic(key, values), {
        dynamic,
        language: speech.language,
      }) as Say<De>
    },
    { all },
  )
  everyText.push(texts as unknown as Texts<Messages>)
  return texts
}

const locales: Record<InterfaceLanguage, string> = { de: 'de-DE', en: 'en-GB', ar: 'ar-u-nu-latn' }

function compile(message: string, { language, words }: Speech): string | IntlMessageFormat {
  const text = message.replaceAll(/\[([a-zA-Z]+(?: [a-z]+)*)\]/g, (_, form: string) => inflect(form, words, language))
  return text.includes('{') ? new IntlMessageFormat(text, locales[language]) : text
}

const SpeechContext = createContext<Speech | undefined>(undefined)
export const SpeechProvider = SpeechContext.Provider

/** How the page being rendered speaks. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('A component was rendered outside of a page')
  return speech
}

/** The texts of a domain in the language of the page being rendered. */
export function useTexts<De extends Messages>(texts: Texts<De>): Say<De> {
  return texts(useSpeech())
}
