import type { TypedText } from './saving.ts'
import { splitName } from './one.ts'
import { tidy, type TargetLanguage } from './texts.ts'

/** Longer texts are a mistake of the clipboard. */
export const longest = 20_000

type Values = Readonly<Record<string, string | readonly string[] | undefined>>
const one = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? ''

/** The names of a text's fields in the form: the text `title.ar`, and beside it what belongs to it. */
export const partsOf = (name: string) =>
  ({ mark: `${name}.mark`, machine: `${name}.machine`, source: `${splitName(name).field}.source` }) as const

/** Every text of a posted form in these languages, and the names of those that are too long. */
export function readTexts(
  values: Values,
  languages: readonly TargetLanguage[],
): { texts: TypedText[]; tooLong: { name: string; length: number }[] } {
  const names = Object.keys(values).flatMap((key) => /^(.+)\.mark$/.exec(key)?.[1] ?? [])
  const texts = names.flatMap((name): TypedText[] => {
    const { field, language } = splitName(name)
    const known = languages.find((offered) => offered === language)
    const parts = partsOf(name)
    if (!known) return []
    return [
      {
        field,
        language: known,
        text: tidy(one(values, name)),
        isUnchecked: one(values, parts.machine) !== '',
        isConfirmed: one(values, 'confirm') === name,
        mark: one(values, parts.mark),
        source: one(values, parts.source),
      },
    ]
  })
  const tooLong = texts.flatMap(({ field, language, text }) =>
    text.length > longest ? [{ name: `${field}.${language}`, length: text.length }] : [],
  )
  return { texts, tooLong }
}
