import * as v from 'valibot'
import { chosen, optionalText, requiredText } from '#platform/forms/fields.ts'
import {
  deliveredWords,
  wordMeanings,
  type GermanCases,
  type HouseWord,
  type WordMeaning,
} from '#platform/texts/house-words.ts'

/** The choice of a word of one's own, beside the names of the delivered ones. */
export const ownChoice = 'own'

export const deliveredNames = (meaning: WordMeaning): readonly string[] => Object.keys(deliveredWords[meaning])

export const isOwnWord = (choice: unknown): choice is HouseWord => typeof choice === 'object' && choice !== null

/** The word that is in use for a meaning: the name of a delivered one, or `own`. */
export function choiceOf(words: unknown, meaning: WordMeaning, otherwise?: string): string {
  const choice = (words as Partial<Record<WordMeaning, unknown>> | null)?.[meaning]
  if (isOwnWord(choice)) return ownChoice
  const names = deliveredNames(meaning)
  return names.find((name) => name === choice) ?? otherwise ?? names[0] ?? ''
}

const germanCases = ['Nom', 'Gen', 'Dat', 'Acc'] as const
export const genders = ['f', 'm', 'n'] as const

const entries = {
  gender: chosen(genders, 'word.missing.gender'),
  singularNom: requiredText('word.missing.singular', 60),
  singularGen: optionalText(60),
  singularDat: optionalText(60),
  singularAcc: optionalText(60),
  pluralNom: requiredText('word.missing.plural', 60),
  pluralGen: optionalText(60),
  pluralDat: optionalText(60),
  pluralAcc: optionalText(60),
  enSingular: optionalText(60),
  enPlural: optionalText(60),
  arSingular: optionalText(60),
  arPlural: optionalText(60),
  arDefinite: optionalText(60),
  arDefinitePlural: optionalText(60),
}
/** A text that could be taken for the marks of messages would break every page. */
const isPlain = (text: string | null) => text === null || !/[[\]{}<>'|]/.test(text)
const plain = Object.fromEntries(
  Object.entries(entries).map(([name, schema]) => [name, v.pipe(schema, v.check(isPlain as never, 'word.notPlain'))]),
) as unknown as typeof entries

export const ownWordForm = v.object(plain)
export type OwnWordForm = v.InferOutput<typeof ownWordForm>

/**
 * The whole word. Cases that were left empty follow the rule: -s in the genitive of masculine and neuter words, -n in the
 * dative plural. Translations that were left empty are those of the first delivered word of this meaning.
 */
export function wordOf(form: OwnWordForm, meaning: WordMeaning): HouseWord {
  const singular: GermanCases = [
    form.singularNom,
    form.singularGen ?? genitiveOf(form.singularNom, form.gender),
    form.singularDat ?? form.singularNom,
    form.singularAcc ?? form.singularNom,
  ]
  const plural: GermanCases = [
    form.pluralNom,
    form.pluralGen ?? form.pluralNom,
    form.pluralDat ?? dativePluralOf(form.pluralNom),
    form.pluralAcc ?? form.pluralNom,
  ]
  const { en, ar } = firstOf(meaning)
  return {
    de: { gender: form.gender, singular, plural },
    en: { singular: form.enSingular ?? en.singular, plural: form.enPlural ?? form.enSingular ?? en.plural },
    ar: {
      singular: form.arSingular ?? ar.singular,
      plural: form.arPlural ?? form.arSingular ?? ar.plural,
      definite: form.arDefinite ?? form.arSingular ?? ar.definite,
      definitePlural: form.arDefinitePlural ?? form.arDefinite ?? form.arPlural ?? form.arSingular ?? ar.definitePlural,
    },
  }
}

const firstOf = (meaning: WordMeaning): HouseWord => {
  const [first] = Object.values<HouseWord>(deliveredWords[meaning])
  if (!first) throw new Error(`No word is delivered for ${meaning}`)
  return first
}
const genitiveOf = (word: string, gender: (typeof genders)[number]) =>
  gender === 'f' ? word : /(s|ß|x|z|tz)$/.test(word) ? `${word}es` : `${word}s`
const dativePluralOf = (word: string) => (/[ns]$/.test(word) ? word : `${word}n`)

/** The form's fields of a word, as the form shows them. */
export function typedWord(choice: unknown): Record<string, string> {
  if (!isOwnWord(choice)) return {}
  const { de, en, ar } = choice
  const cases = (name: 'singular' | 'plural') => germanCases.map((word, index) => [name + word, de[name][index] ?? ''])
  return {
    gender: de.gender,
    ...(Object.fromEntries([...cases('singular'), ...cases('plural')]) as Record<string, string>),
    ...{ enSingular: en.singular, enPlural: en.plural, arSingular: ar.singular, arPlural: ar.plural },
    ...{ arDefinite: ar.definite, arDefinitePlural: ar.definitePlural },
  }
}

export { wordMeanings, type WordMeaning }
