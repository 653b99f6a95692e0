import * as v from 'valibot'

// A filter comes from the address bar: what we do not know means "no filter", never an error.

export const wish = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.optional(schema), undefined as never)
export const wishedId = wish(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)))
export const wishedWord = <const Word extends string>(words: readonly Word[]) => wish(v.picklist(words))

export const pageSizes = [25, 50, 100] as const

/** Search words, sorting and page: what every list's address may hold. `sorts[0]` is the order one gets unasked. */
export const listEntries = <const Sort extends string>(sorts: readonly [Sort, ...Sort[]]) => ({
  q: v.fallback(v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(200)), ''),
  sort: v.fallback(v.optional(v.picklist(sorts), sorts[0] as never), sorts[0] as never),
  richtung: v.fallback(v.optional(v.picklist(['auf', 'ab']), 'auf'), 'auf'),
  seite: v.fallback(
    v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(100_000)), '1'),
    1,
  ),
  zeilen: v.fallback(v.optional(v.pipe(v.string(), v.transform(Number), v.picklist(pageSizes)), '25'), 25),
})

/** The filter as query parameters; what is as one gets it unasked is left out, so that addresses stay short. */
export function parametersOf(
  filter: Readonly<Record<string, unknown>>,
  firstSort: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Record<string, string | undefined> {
  const unasked: Record<string, unknown> = { q: '', sort: firstSort, richtung: 'auf', seite: 1, zeilen: 25 }
  const asked = Object.entries(filter).map(([name, value]) => [
    name,
    value === undefined || value === unasked[name] ? undefined : asText(value),
  ])
  return { ...(Object.fromEntries(asked) as Record<string, string | undefined>), ...changes }
}

/** Words and numbers of a filter; anything else is none. */
const asText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)
