import * as v from 'valibot'
import type { Database } from '#platform/db/database.ts'
import type { Reading } from '#platform/http/reading.ts'
import type { Speech } from '#platform/texts/texts.ts'
import type { LocalDate } from '#values/local-date.ts'

/** A part of a list: so many, after so many others. */
export interface Slice {
  limit: number
  offset: number
}
/** What a list without pages reads: all there is. */
export const everything: Slice = { limit: 100_000, offset: 0 }

/** A query parameter of the API, and the filter of the list that it is. */
export interface Parameter {
  /** The name of the same filter in the address of the page. */
  filter: string
  /** Reads what stands in the address, strictly; its output is what the filter of the page takes. */
  schema: v.GenericSchema<string, string>
  /** The same for the documentation. */
  shown: Readonly<Record<string, unknown>>
}

/** What a collection is asked. */
export interface Asked {
  db: Database
  /** What the public reads, whoever asks. */
  reading: Reading
  speech: Speech
  today: LocalDate
}

/** A part of what matches, as the lists' JSON shows it. */
export interface Found {
  total: number
  items: readonly unknown[]
}

/** Things of one kind as the API gives them out. Each domain describes its own. */
export interface Collection {
  /** As it stands in the address of the API: `action-fields`. */
  name: string
  /** What every item is, without exception: nothing else may be in it. */
  item: v.GenericSchema
  parameters: Readonly<Record<string, Parameter>>
  /** The page of the same list, for people and as a file: `/massnahmen`. */
  path: string
  /** One page in SQL: at most three statements, one more in foreign languages. `only`: this one alone. */
  list: (asked: Asked, filter: Readonly<Record<string, string>>, slice: Slice, only?: number) => Promise<Found>
  /** Throws NotFound, Gone or MovedTo where there is nothing to show. */
  explain: (asked: Asked, id: number) => Promise<unknown>
}

const idText = v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/))

/** Words to look for. */
export const searchWords: Parameter = {
  filter: 'q',
  schema: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
  shown: { type: 'string', minLength: 1, maxLength: 200 },
}

/** The id of something; `write`: how the filter of the page names it. */
export const idParameter = (filter: string, write: (id: string) => string = (id) => id): Parameter => ({
  filter,
  schema: v.pipe(idText, v.transform(write)),
  shown: { type: 'integer', minimum: 1 },
})

/** One of a few words, each beside the word that the filter of the page has for it. */
export const wordParameter = (
  filter: string,
  words: readonly string[] | Readonly<Record<string, string>>,
): Parameter => {
  const written = Array.isArray(words)
    ? Object.fromEntries((words as readonly string[]).map((word) => [word, word]))
    : (words as Readonly<Record<string, string>>)
  const offered = Object.keys(written)
  return {
    filter,
    schema: v.pipe(
      v.picklist(offered),
      v.transform((word) => written[word] ?? word),
    ),
    shown: { type: 'string', enum: offered },
  }
}

/** A filter that is on or not asked for. */
export const flagParameter = (filter: string): Parameter => wordParameter(filter, { true: '1' })

export const yearParameter = (filter: string): Parameter => ({
  filter,
  schema: v.pipe(v.string(), v.regex(/^(19|20)\d\d$/)),
  shown: { type: 'integer', minimum: 1900, maximum: 2099 },
})

export const textParameter = (filter: string, maxLength: number): Parameter => ({
  filter,
  schema: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(maxLength)),
  shown: { type: 'string', minLength: 1, maxLength },
})

/** Which way a list is sorted. */
export const orderParameter = (filter = 'richtung'): Parameter => wordParameter(filter, { asc: 'auf', desc: 'ab' })
