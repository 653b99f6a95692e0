import { actorTexts } from '#domains/actors/index.ts'
import { areaTexts } from '#domains/areas/index.ts'
import { productTexts } from '#domains/budget-products/index.ts'
import { measureTexts } from '#domains/measures/index.ts'
import { needTexts } from '#domains/needs/index.ts'
import { planTexts } from '#domains/plan/index.ts'
import type { Speech } from '#platform/texts/texts.ts'

/** Where the words of a field stand: the texts of its own domain, and the beginning of their keys. */
const places = {
  needState: [needTexts, 'state'],
  priority: [needTexts, 'priority'],
  sourceKind: [needTexts, 'source'],
  goalLevel: [planTexts, 'level'],
  actorType: [actorTexts, 'type'],
  productLevel: [productTexts, 'level'],
  areaLevel: [areaTexts, 'level'],
} as const
const isPlace = (key: string): key is keyof typeof places => key in places

/** A word of the house as its own page says it: RUNNING → "in Umsetzung". */
export function wordOfHouse(speech: Speech, field: string, word: string): string {
  if (!isPlace(field)) return measureTexts(speech).dynamic(`${field}.${word}`)
  const [texts, prefix] = places[field]
  return texts(speech).dynamic(`${prefix}.${word}`)
}
