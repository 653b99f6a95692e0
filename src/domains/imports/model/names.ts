import type { Cell } from '#platform/tables/workbook.ts'
import { textIn } from './cells.ts'

/** The same name, whatever its letters' case and spaces. Numbers count: the 1st and the 2nd district are two. */
export const nameKey = (name: string): string => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** How names are parted: at every comma, and in the names that a person said are several. */
export interface Parting {
  atCommas: boolean
  parted: readonly string[]
}

/**
 * The names in a cell. One per line or parted by semicolons; commas part only where the person says so, because names
 * hold commas ("Amt für Jugend, Familie und Soziales").
 */
export function namesIn(cell: Cell, { atCommas, parted }: Parting): string[] {
  const names = textIn(cell)
    .split(atCommas ? /[\n;,]/ : /[\n;]/)
    .map(tidyName)
    .flatMap((name) => (parted.includes(name) ? partsOf(name) : name))
  return [...new Set(names.filter(Boolean))]
}

/** "IHK, Handwerkskammer", "Amt 50 / Caritas": what may be several names; "Kinder- und/oder Jugendhilfe" is one. */
export const partsOf = (name: string): string[] =>
  name
    .split(/,|\s+\/\s*|\s*\/\s+|\s+\+\s+/)
    .map(tidyName)
    .filter(Boolean)

const tidyName = (part: string) =>
  part
    .replace(/^\s*[-–•*]\s+/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** "Axe 1. Coordination", "Handlungsfeld 2: Wohnen", "3 Arbeit": the number that a name begins with. */
export function leadingNumber(name: string): string | undefined {
  return /^(?:\p{L}+[\s-]*){0,3}?(\d{1,3}(?:\.\d{1,3})*)(?=[.:)\s–-]|$)/u.exec(name.trim())?.[1]
}
