import * as v from 'valibot'
import { courses, measureStates } from './measure.ts'

const wish = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined as never)
const id = wish(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)))
const oneOf = <const Word extends string>(words: readonly Word[]) => wish(v.picklist(words))

/** `treffer`: what fits a search best stands first. */
export const sortKeys = ['treffer', 'nummer', 'titel', 'stand', 'verlauf', 'federfuehrung', 'mittel'] as const
export type SortKey = (typeof sortKeys)[number]
export const pageSizes = [25, 50, 100] as const

/**
 * The filter of the list, as it stands in the address. It comes from the address bar, so a value we do not know means
 * "no filter".
 */
const given = v.object({
  q: v.fallback(v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(200)), ''),
  feld: id,
  thema: id,
  zielgruppe: id,
  ziel: id,
  gebiet: id,
  stand: oneOf(measureStates),
  verlauf: oneOf(courses),
  federfuehrung: wish(v.pipe(v.string(), v.regex(/^(amt|akteur)-\d{1,15}$/))),
  jahr: wish(v.pipe(v.string(), v.regex(/^(19|20)\d\d$/), v.transform(Number))),
  leuchtturm: oneOf(['1']),
  entwurf: oneOf(['1']),
  sort: oneOf(sortKeys),
  richtung: v.fallback(v.optional(v.picklist(['auf', 'ab']), 'auf'), 'auf'),
  seite: v.fallback(
    v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(100_000)), '1'),
    1,
  ),
  zeilen: v.fallback(v.optional(v.pipe(v.string(), v.transform(Number), v.picklist(pageSizes)), '25'), 25),
})

/** A search shows what fits best first, a list goes by number. */
export const usualSort = ({ q }: { q?: string | undefined }): SortKey => (q ? 'treffer' : 'nummer')

export const measureFilter = v.pipe(
  given,
  v.transform((filter) => ({
    ...filter,
    sort: filter.sort === undefined || (filter.sort === 'treffer' && !filter.q) ? usualSort(filter) : filter.sort,
  })),
)
export type MeasureFilter = v.InferOutput<typeof measureFilter>

/** The parts of the filter that narrow the list, as chips show them. */
export const narrowing = [
  'q',
  'feld',
  'thema',
  'zielgruppe',
  'ziel',
  'gebiet',
  'stand',
  'verlauf',
  'federfuehrung',
  'jahr',
  'leuchtturm',
  'entwurf',
] as const
