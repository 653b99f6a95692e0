import * as v from 'valibot'
import { directions } from './indicator.ts'

const wish = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined as never)
const id = wish(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)))

export const sortKeys = ['feld', 'titel', 'ziel'] as const
export type SortKey = (typeof sortKeys)[number]
export const pageSizes = [25, 50, 100] as const

/** The filter of the list, as it stands in the address: a value we do not know means "no filter". */
export const indicatorFilter = v.object({
  q: v.fallback(v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(200)), ''),
  feld: id,
  ziel: id,
  richtung: wish(v.picklist(directions)),
  ohnewert: wish(v.picklist(['1'])),
  entwurf: wish(v.picklist(['1'])),
  sort: v.fallback(v.optional(v.picklist(sortKeys), 'feld'), 'feld'),
  folge: v.fallback(v.optional(v.picklist(['auf', 'ab']), 'auf'), 'auf'),
  seite: v.fallback(
    v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(100_000)), '1'),
    1,
  ),
  zeilen: v.fallback(v.optional(v.pipe(v.string(), v.transform(Number), v.picklist(pageSizes)), '25'), 25),
})
export type IndicatorFilter = v.InferOutput<typeof indicatorFilter>

/** The parts of the filter that narrow the list, as chips show them. */
export const narrowing = ['q', 'feld', 'ziel', 'richtung', 'ohnewert', 'entwurf'] as const
