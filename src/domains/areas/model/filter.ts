import * as v from 'valibot'
import { levelWords, shownNumbers, type LevelWord } from './area.ts'

const wish = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined as never)

/** The filter of the list, as it stands in the address: a value we do not know means "no filter". */
export const areaFilter = v.object({
  ebene: wish(v.picklist(Object.keys(levelWords) as LevelWord[])),
  ausgabe: wish(v.pipe(v.string(), v.maxLength(60))),
  zeige: v.fallback(v.optional(v.picklist(shownNumbers), 'massnahmen'), 'massnahmen'),
  q: v.fallback(v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(100)), ''),
})
export type AreaFilter = v.InferOutput<typeof areaFilter>
