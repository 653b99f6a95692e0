import * as v from 'valibot'
import { isImpossible, parseFlexDate, type FlexDate } from '#values/flex-date.ts'
import { parseLocalDate, type LocalDate } from '#values/local-date.ts'
import { parseEuro, type Cents } from '#values/money.ts'
import { parseNumber } from '#values/number.ts'

// The pieces that form schemas are made of. Every message is the key of a text: the domain's own, or one of
// platform/forms/texts. Empty fields become null: empty is not zero and not ''.

const oneText = v.pipe(
  v.union([
    v.string(),
    v.pipe(
      v.array(v.string()),
      v.transform((all) => all[0] ?? ''),
    ),
  ]),
  v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
)

/** A text that must be there, at most `max` characters. */
export const requiredText = (missing: string, max = 300) =>
  v.pipe(oneText, v.nonEmpty(missing), v.maxLength(max, 'tooLong'))

/** Of everything that has a title. Real catalogues have titles of more than 200 characters. */
export const longestTitle = 300

/** A title that must be there. */
export const requiredTitle = (missing: string) => requiredText(missing, longestTitle)

/** A text that may be missing: null then. */
export const optionalText = (max = 300) =>
  v.pipe(
    oneText,
    v.maxLength(max, 'tooLong'),
    v.transform((text) => text || null),
  )

/** Restricted Markdown of some paragraphs. */
export const longText = (max = 20_000) => optionalText(max)

/** One of the given words. */
export const chosen = <const Word extends string>(words: readonly Word[], missing: string) =>
  v.pipe(oneText, v.picklist(words, missing))

export const optionallyChosen = <const Word extends string>(words: readonly Word[]) =>
  v.pipe(
    oneText,
    v.transform((text) => text || null),
    v.nullable(v.picklist(words, 'unknownChoice')),
  )

/** A ticked box. */
export const flag = v.pipe(
  oneText,
  v.transform((text) => text !== ''),
)

const parsed = <T>(parse: (text: string) => T | undefined, message: string) =>
  v.pipe(
    oneText,
    v.rawTransform<string, T | null>(({ dataset, addIssue, NEVER }) => {
      if (dataset.value === '') return null
      const value = parse(dataset.value)
      if (value === undefined) {
        addIssue({ message })
        return NEVER
      }
      return value
    }),
  )

/** 31.12.2024 or 2024-12-31; 31.02. is refused. */
export const optionalDate = parsed<LocalDate>(parseLocalDate, 'notADate')

/** Dates as people write them; what is not recognised is kept as words. */
export const optionalFlexDate = v.pipe(
  oneText,
  v.maxLength(120, 'tooLong'),
  v.check((text) => !isImpossible(text), 'notADate'),
  v.transform((text): FlexDate | null => (text === '' ? null : parseFlexDate(text))),
)

const euroProblems = {
  'not-an-amount': 'notAnAmount',
  negative: 'negativeAmount',
  'too-large': 'tooLargeAmount',
} as const

/** Euros, stored as cents; never negative. */
export const optionalEuro = v.pipe(
  oneText,
  v.rawTransform<string, Cents | null>(({ dataset, addIssue, NEVER }) => {
    if (dataset.value === '') return null
    const amount = parseEuro(dataset.value)
    if (amount.ok) return amount.cents
    addIssue({ message: euroProblems[amount.reason] })
    return NEVER
  }),
)

export const optionalNumber = parsed<number>((text) => parseNumber(text), 'notANumber')

/** A whole number within bounds. */
export const optionalWhole = (from: number, to: number) =>
  parsed<number>((text) => {
    const value = parseNumber(text)
    return value !== undefined && Number.isInteger(value) && value >= from && value <= to ? value : undefined
  }, 'notAWholeNumber')

/** The id of one thing, or null. */
export const optionalId = parsed<number>(
  (text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined),
  'unknownChoice',
)

/** The ids of several things, e.g. a group of boxes. */
export const ids = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value) => [
    ...new Set(
      [value]
        .flat()
        .filter((text) => /^\d{1,15}$/.test(text))
        .map(Number),
    ),
  ]),
)

/** Several words out of the given ones. */
export const severalOf = <const Word extends string>(words: readonly Word[]) =>
  v.pipe(
    v.union([v.string(), v.array(v.string())]),
    v.transform((value) => words.filter((word) => [value].flat().includes(word))),
  )

/** The version a form was made from: a save that finds another one has lost the race. */
export const lockVersion = v.pipe(oneText, v.transform(Number), v.integer('unknownChoice'))
