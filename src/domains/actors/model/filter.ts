import * as v from 'valibot'
import { actorTypes, cooperationStates } from './actor.ts'

const wish = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined as never)
const id = wish(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)))
const oneOf = <const Word extends string>(words: readonly Word[]) => wish(v.picklist(words))

export const sortKeys = ['name', 'ort', 'bestaetigt'] as const
export type SortKey = (typeof sortKeys)[number]
export const pageSizes = [25, 50, 100] as const

/** The filter of the directory, as it stands in the address; a value we do not know means "no filter". */
export const actorFilter = v.object({
  q: v.fallback(v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(200)), ''),
  art: oneOf(actorTypes),
  mo: oneOf(['1']),
  zusammenarbeit: oneOf(cooperationStates),
  feld: id,
  gebiet: id,
  sprachen: wish(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60))),
  /** For people of the house: drafts, or entries that nobody has confirmed for a year. */
  stand: oneOf(['entwurf', 'alt']),
  sort: v.fallback(v.optional(v.picklist(sortKeys), 'name'), 'name'),
  seite: v.fallback(
    v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(100_000)), '1'),
    1,
  ),
  zeilen: v.fallback(v.optional(v.pipe(v.string(), v.transform(Number), v.picklist(pageSizes)), '25'), 25),
})
export type ActorFilter = v.InferOutput<typeof actorFilter>

/** The parts of the filter that narrow the list, as chips show them. */
export const narrowing = ['q', 'art', 'mo', 'zusammenarbeit', 'feld', 'gebiet', 'sprachen', 'stand'] as const
