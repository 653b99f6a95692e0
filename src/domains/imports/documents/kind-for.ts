import { fileWordsOf, measureTexts } from '#domains/measures/index.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { interfaceLanguages } from '#values/language.ts'
import { importKinds } from '../model/kinds.ts'
import { measureKind } from '../model/measures.ts'
import type { ImportKind } from '../model/kind.ts'

/**
 * A kind with the words of this municipality: a list that the house itself wrote, in any language and with its own word
 * for a field, is understood when it comes back. `undefined`: no such kind.
 */
export function kindFor(what: string, words: Readonly<Record<string, unknown>>): ImportKind | undefined {
  const kind = importKinds[what]
  return kind === measureKind ? withOwnWords(kind, words) : kind
}

function withOwnWords(kind: ImportKind, words: Readonly<Record<string, unknown>>): ImportKind {
  const own = interfaceLanguages.map((language) => fileWordsOf(measureTexts(speechOf(language, words))))
  return {
    ...kind,
    fields: kind.fields.map((field) => ({
      ...field,
      names: [...field.names, ...own.flatMap(({ columns }) => columns[field.key] ?? [])],
      ...(field.words && {
        words: Object.fromEntries(
          Object.entries(field.words).map(([word, names]) => [
            word,
            [...names, word, ...own.flatMap(({ values }) => values[field.key]?.[word] ?? [])],
          ]),
        ),
      }),
    })),
  }
}
