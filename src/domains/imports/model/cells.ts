import { isImpossible, parseFlexDate, type FlexDate } from '#values/flex-date.ts'
import { parseLocalDate } from '#values/local-date.ts'
import { parseEuro, type Cents } from '#values/money.ts'
import { parseNumber } from '#values/number.ts'
import type { Cell } from '#platform/tables/workbook.ts'
import { dateOfSerial } from '#platform/tables/number-format.ts'

/** What a cell says: a value, or why it is none; `hint` is said to the person, but stops nothing. */
export type Parsed<T> = { ok: true; value: T; hint?: Remark } | { ok: false; problem: Remark }
/** The key of a text, and what it names. */
export interface Remark {
  code: string
  values?: Readonly<Record<string, string | number>>
}

const good = <T>(value: T, hint?: Remark): Parsed<T> => ({ ok: true, value, ...(hint && { hint }) })
const bad = (code: string, values?: Remark['values']): Parsed<never> => ({
  ok: false,
  problem: { code, ...(values && { values }) },
})

/** The text of a cell as it counts: what is struck through is gone, an error of the spreadsheet is none. */
export function textIn(cell: Cell): string {
  if (cell.struck || cell.kind === 'empty') return ''
  return (cell.unstruck ?? cell.text).replaceAll(/\r\n?/g, '\n').trim()
}

export function parseText(cell: Cell, max: number): Parsed<string> {
  const text = textIn(cell)
  if (cell.kind === 'error') return bad('cellError', { text: cell.text || '?' })
  return text.length > max ? bad('tooLong', { length: text.length, max }) : good(text)
}

/** A title stands on one line. */
export function parseTitle(cell: Cell, max: number): Parsed<string> {
  const parsed = parseText(cell, max)
  return parsed.ok ? good(parsed.value.replaceAll(/\s+/g, ' ')) : parsed
}

/**
 * `2.14`, also as `Nr. 2.14.`; `M 3` and the numbers of other houses (`X-17`) stay what they are in the source, so that
 * they are found again. A number that Excel took for a day is refused, because the day is wrong.
 */
export function parseMeasureNumber(cell: Cell, max: number): Parsed<string> {
  if (cell.kind === 'date') return bad('numberIsDate', { text: cell.text })
  const text = textIn(cell)
    .replace(/^(?:nr|no|n°|maßnahme|massnahme)\.?\s+/i, '')
    .replace(/[.)]+$/, '')
    .replaceAll(/\s*\.\s*/g, '.')
    // Copied from a German program, the number 1.10 is spelled 1,10.
    .replace(/^(\d+),(\d+)$/, '$1.$2')
  if (text.length > max) return bad('tooLong', { length: text.length, max })
  return /^(?:[A-Za-z]{1,4}[ -])?[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*$/.test(text)
    ? good(text)
    : bad('wrongNumber', { text })
}

/** Days that Excel shows as a number stand in the range of 1954 to 2119. */
const isSerial = (number: number) => Number.isInteger(number) && number >= 20_000 && number <= 80_000

/** A date as exactly as the cell says it; what is not recognised keeps its wording. Days that do not exist are refused. */
export function parseDate(cell: Cell): Parsed<FlexDate> {
  if (cell.kind === 'error') return bad('cellError', { text: cell.text || '?' })
  if (cell.kind === 'number' && cell.number !== undefined && isSerial(cell.number)) {
    const day = dateOfSerial(cell.number, false)
    if (day) return good({ kind: 'date', value: day }, { code: 'serialDate', values: { text: cell.text, day } })
  }
  if (cell.kind === 'date' && cell.date) {
    return good(cell.text.length < 10 ? parseFlexDate(cell.text) : { kind: 'date', value: cell.date })
  }
  return parseWording(textIn(cell))
}

function parseWording(text: string): Parsed<FlexDate> {
  const slashed = dayWithSlashes(text)
  if (slashed) return good({ kind: 'date', value: slashed })
  if (isImpossible(text)) return bad('noSuchDay', { text })
  if (text.length > 120) return bad('tooLong', { length: text.length, max: 120 })
  const date = parseFlexDate(text)
  return good(date, date.kind === 'text' ? { code: 'wordedDate', values: { text } } : undefined)
}

/** 31/12/2025 can only be the 31st of December; 03/04/2026 could be two days, so its wording stays. */
function dayWithSlashes(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return Number(day) > 12 && Number(month) <= 12 ? parseLocalDate(`${day}.${month}.${year}`) : undefined
}

export interface Period {
  from: FlexDate | null
  to: FlexDate | null
  isPermanent: boolean
}

const forever = /\b(dauerhaft|fortlaufend|laufend|unbefristet|permanent|dauernd|ongoing|daueraufgabe)\b/i

/** "2021–2024", "01.03.2025 bis 31.12.2026", "ab 2022", "dauerhaft": beginning and end in one cell. */
export function parsePeriod(cell: Cell): Parsed<Period> {
  const text = textIn(cell)
  if (cell.kind === 'text') {
    const isPermanent = forever.test(text)
    if (isPermanent && !/\d/.test(text)) return good({ from: null, to: null, isPermanent })
    const [, first, last] = /^(.+?)\s*(?:–|—|(?<!\d{4})-|-(?=\s|\d{4}|\d{1,2}\.)|\bbis\b)\s*(.+)$/.exec(text) ?? []
    if (first && last) {
      const [from, to] = [parseWording(first), parseWording(last)]
      if (!from.ok) return from
      if (!to.ok) return to
      if (from.value.kind !== 'text' && to.value.kind !== 'text') {
        return good({ from: from.value, to: to.value, isPermanent })
      }
    }
    const whole = parseWording(text)
    return whole.ok ? good({ from: whole.value, to: null, isPermanent }, whole.hint) : whole
  }
  const date = parseDate(cell)
  return date.ok ? good({ from: date.value, to: null, isPermanent: false }, date.hint) : date
}

export interface Amount {
  cents: Cents | null
  /** The original wording, where the amount does not say all of it: "ca. 5 T€". */
  wording?: string
}

const roughly =
  /^(?:(?:ca\.?|circa|rund|rd\.|etwa|ungefähr|~|≈|max\.|maximal|mind\.|mindestens|bis zu|bis ca\.|jährlich|approx\.?|env\.?)\s*)+/i
/** What follows an amount and says how it is meant: "pro Jahr", "(Landesmittel)". */
const remark =
  /\s*(?:\([^()]*\)|,?\s*(?:p\. ?a\.|pro Jahr|im Jahr|je Jahr|jährlich|\/ ?(?:Jahr|a)|brutto|netto|einmalig))$/i
/** A dash says that there is nothing; these words say it, too, but somebody may have meant to find out. */
const dash = /^(?:-+|–|—|\/)$/
const none = /^(?:k\.? ?a\.?|n\.? ?n\.?|n\.? ?a\.?|keine?|keine angaben?|entfällt|offen|tbd|\?+)$/i

/**
 * An amount in euro. "ca. 5 T€" is 5.000 € and keeps its wording; words that name no amount are kept as a note; a
 * negative amount is refused.
 */
export function parseAmount(cell: Cell): Parsed<Amount> {
  if (cell.kind === 'error') return bad('cellError', { text: cell.text || '?' })
  if (cell.number !== undefined) return amountOfNumber(cell.number, cell.format ?? '')
  const text = textIn(cell)
  if (dash.test(text)) return good({ cents: null })
  if (none.test(text)) return good({ cents: null, wording: text }, { code: 'noAmount', values: { text } })
  const bare = text.replace(roughly, '').replace(remark, '')
  const amount = parseEuro(bare)
  if (amount.ok) return good({ cents: amount.cents, ...(bare !== text && { wording: text.slice(0, 300) }) })
  if (amount.reason !== 'not-an-amount') return bad(amount.reason === 'negative' ? 'negative' : 'tooMuch', { text })
  if (/^[-−–]\s*\d/.test(text)) return bad('negative', { text })
  return text.length > 300
    ? bad('tooLong', { length: text.length, max: 300 })
    : good({ cents: null, wording: text }, { code: 'wordedAmount', values: { text } })
}

function amountOfNumber(number: number, format: string): Parsed<Amount> {
  // The unit may stand in the number format only: 12 shown as "12 T€".
  const scale = /t\s?€|teur|tsd/i.test(format) ? 1000 : /mio/i.test(format) ? 1_000_000 : 1
  const cents = Math.round(Number((number * scale * 100).toPrecision(15)))
  const text = String(number)
  if (cents < 0) return bad('negative', { text })
  return cents > 1_000_000_000_000 ? bad('tooMuch', { text }) : good({ cents })
}

/** A whole number of people or things: 12.345, "12 345". */
export function parseCount(cell: Cell): Parsed<number> {
  const text = textIn(cell)
  const number = cell.number ?? parseNumber(text)
  if (number === undefined) return bad('notANumber', { text })
  if (number < 0) return bad('negative', { text })
  return number > 2_000_000_000 ? bad('tooMuch', { text }) : good(Math.round(number))
}

/** Posts in full-time equivalents, at most 9999.99. */
export function parsePosts(cell: Cell): Parsed<number | null> {
  const text = textIn(cell)
  if (dash.test(text)) return good(null)
  if (none.test(text)) return good(null, { code: 'noAmount', values: { text } })
  const number = cell.number ?? parseNumber(text.replace(/\s*(?:vzä|fte|stellen?|etp)$/i, ''))
  if (number === undefined) return bad('notANumber', { text })
  if (number < 0) return bad('negative', { text })
  return number > 9999.99 ? bad('tooMuch', { text }) : good(Math.round(number * 100) / 100)
}

/** "50 %", 0.5 shown as 50%, 50: in steps of five. What lies between is rounded down, and said. */
export function parsePercent(cell: Cell): Parsed<number> {
  const text = textIn(cell)
  const percent =
    cell.kind === 'number' && cell.format?.includes('%')
      ? (cell.number ?? 0) * 100
      : parseNumber(text.replace(/\s*%$/, ''))
  if (percent === undefined) return bad('notANumber', { text })
  if (percent < 0 || percent > 100) return bad('notAPercentage', { text })
  const step = Math.floor(Number(percent.toPrecision(12)) / 5) * 5
  return good(
    step,
    step === Number(percent.toPrecision(12)) ? undefined : { code: 'roundedDown', values: { text, step } },
  )
}

const yes = /^(?:ja|j|x|✓|✔|✗|☒|true|wahr|1|yes|y|oui|vrai|نعم)$/i
const no = /^(?:nein|n|false|falsch|0|no|non|faux|-|–|☐|لا)$/i

export function parseFlag(cell: Cell): Parsed<boolean> {
  const text = textIn(cell)
  if (yes.test(text)) return good(true)
  return no.test(text) ? good(false) : bad('notYesOrNo', { text })
}
