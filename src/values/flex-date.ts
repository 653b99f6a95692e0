import type { InterfaceLanguage } from './language.ts'
import { formatDate, formatMonth, isImpossibleDate, lastDayOf, parseLocalDate, type LocalDate } from './local-date.ts'

/**
 * A date as exactly as it is known. `value`: YYYY-MM-DD, YYYY-MM, YYYY-Qn, YYYY, or the wording itself ("ab 2021",
 * "Februar und März 2023", "nach dem 21.11.2018"), which is kept and still sorts by the days it names.
 */
export interface FlexDate {
  kind: 'date' | 'month' | 'quarter' | 'year' | 'text'
  value: string
  note?: string
}

const monthNames = [
  'januar jan jänner january janvier',
  'februar feb february février',
  'märz mär mrz march mars',
  'april apr avril',
  'mai may',
  'juni jun june juin',
  'juli jul july juillet',
  'august aug août',
  'september sep sept septembre',
  'oktober okt october octobre',
  'november nov novembre',
  'dezember dez december décembre',
].map((names) => names.split(' '))
const monthOf = (name: string) =>
  monthNames.findIndex((names) => names.includes(name.toLowerCase().replace('.', ''))) + 1

const fullYear = (text: string) => (text.length === 2 ? `20${text}` : text)
const quarters: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }

/** Reads what people write. What is not recognised stays as words; `isImpossible` tells of days that do not exist. */
export function parseFlexDate(text: string): FlexDate {
  const plain = text.trim().replaceAll(/\s+/g, ' ')
  const date = parseLocalDate(plain)
  if (date) return { kind: 'date', value: date }
  return parseMonth(plain) ?? parseQuarter(plain) ?? parseYear(plain) ?? { kind: 'text', value: plain }
}

/** A day that does not exist, such as 31.02.2025: to be refused where a date is typed. */
export const isImpossible = isImpossibleDate

function parseMonth(text: string): FlexDate | undefined {
  const [, name = '', year = ''] = /^(\p{L}+\.?) (\d{4})$/u.exec(text) ?? []
  const named = monthOf(name)
  if (named > 0) return { kind: 'month', value: `${year}-${String(named).padStart(2, '0')}` }
  const iso = /^(\d{4})-(\d\d)$/.exec(text)
  const german = /^(\d{1,2})[./](\d{4})$/.exec(text)
  const [y, m] = iso ? [iso[1], iso[2]] : [german?.[2], german?.[1]]
  return Number(m) >= 1 && Number(m) <= 12 ? { kind: 'month', value: `${y}-${String(m).padStart(2, '0')}` } : undefined
}

function parseQuarter(text: string): FlexDate | undefined {
  const iso = /^(\d{4})-?q([1-4])$/i.exec(text)
  if (iso) return { kind: 'quarter', value: `${iso[1]}-Q${iso[2]}` }
  const short = /^(?:q ?([1-4])|(iv|i{1,3})\.?)(?: quartal)? ?[/ ] ?(\d{4}|\d\d)$/i.exec(text)
  const long = /^([1-4])\.? ?(?:quartal|quarter|qu?\.?) ?[/ ]? ?(\d{4}|\d\d)$/i.exec(text)
  const number = short ? (short[1] ?? quarters[short[2]?.toLowerCase() ?? '']) : long?.[1]
  const year = short?.[3] ?? long?.[2]
  return number && year ? { kind: 'quarter', value: `${fullYear(year)}-Q${number}` } : undefined
}

const parseYear = (text: string): FlexDate | undefined =>
  /^(19|20)\d\d$/.test(text) ? { kind: 'year', value: text } : undefined

/** For people: "01.03.2025", "März 2025", "3. Quartal 2025", "2025", or the wording as it was written. */
export function formatFlexDate({ kind, value }: FlexDate, language: InterfaceLanguage): string {
  switch (kind) {
    case 'date':
      return formatDate(value, language)
    case 'month':
      return formatMonth(`${value}-01`, language)
    case 'quarter':
      return quarterIn[language](value.slice(-1), value.slice(0, 4))
    case 'year':
    case 'text':
      return openingIn(value, language) ?? value
  }
}

/** "ab 2021" is the wording met most; its date is said in the reader's language. Other wordings stay German. */
function openingIn(wording: string, language: InterfaceLanguage): string | undefined {
  const [, word = '', rest = ''] = /^(ab|seit|from|since) (.+)$/i.exec(wording) ?? []
  const date = parseFlexDate(rest)
  if (language === 'de' || word === '' || date.kind === 'text') return undefined
  const words = { ab: 'from', seit: 'since', from: 'from', since: 'since' }[word.toLowerCase()] ?? word
  const said = formatFlexDate(date, language)
  return language === 'en' ? `${words} ${said}` : `${words === 'from' ? 'ابتداءً من' : 'منذ'} ${said}`
}

/** The wording stays as somebody wrote it in German, also on pages in another language. */
export const isGermanWording = (date: FlexDate, language: InterfaceLanguage): boolean =>
  language !== 'de' && date.kind === 'text' && openingIn(date.value, language) === undefined

const arabicOrdinals = ['الأول', 'الثاني', 'الثالث', 'الرابع']
const quarterIn: Readonly<Record<InterfaceLanguage, (quarter: string, year: string) => string>> = {
  de: (quarter, year) => `${quarter}. Quartal ${year}`,
  en: (quarter, year) => `Q${quarter} ${year}`,
  ar: (quarter, year) => `الربع ${arabicOrdinals[Number(quarter) - 1]} ${year}`,
}

interface Span {
  from: LocalDate
  /** null: open, as in "ab 2021". */
  to: LocalDate | null
}

function spanOf({ kind, value }: FlexDate): Span | undefined {
  const year = Number(value.slice(0, 4))
  switch (kind) {
    case 'date':
      return { from: value, to: value }
    case 'month':
      return { from: `${value}-01`, to: lastDayOf(year, Number(value.slice(5, 7))) }
    case 'quarter': {
      const last = Number(value.slice(-1)) * 3
      return { from: `${year}-${String(last - 2).padStart(2, '0')}-01`, to: lastDayOf(year, last) }
    }
    case 'year':
      return { from: `${value}-01-01`, to: `${value}-12-31` }
    case 'text':
      return spanOfWording(value)
  }
}

/** The days that a wording names: from the first of them to the last; open where it says so. */
function spanOfWording(wording: string): Span | undefined {
  const years = [...wording.matchAll(/(?:19|20)\d\d(?:\/(\d{4}|\d\d))?/g)]
  const lastYear = years.at(-1)
  const named =
    /\d{1,2}\. ?\d{1,2}\. ?\d{4}|\d{4}-\d\d-\d\d|\p{L}+\.? (?:19|20)\d\d|(?:19|20)\d\d(?:\/(?:\d{4}|\d\d))?|\p{L}{3,}/gu
  const spans = [...wording.matchAll(named)].flatMap(([part]) => spanOfPart(part, lastYear?.[0]?.slice(0, 4)) ?? [])
  const from = spans.map((span) => span.from).toSorted()[0]
  const to = spans
    .map((span) => span.to ?? span.from)
    .toSorted()
    .at(-1)
  if (from === undefined || to === undefined) return undefined
  const isOpen = /\b(ab|seit|nach|from|since|after|ff|fortlaufend|laufend)\b|^à partir|^depuis/i.test(wording)
  // "nach 2023" begins when 2023 is over.
  const isAfter = /\b(nach|after)\b/i.test(wording)
  return { from: isAfter ? to : from, to: isOpen ? null : to }
}

function spanOfPart(part: string, year: string | undefined): Span | undefined {
  const school = /^(\d{4})\/(\d\d|\d{4})$/.exec(part)
  if (school) return { from: `${school[1]}-01-01`, to: `${fullYear(school[2] ?? '')}-12-31` }
  const exact = parseFlexDate(part)
  if (exact.kind !== 'text') return spanOf(exact)
  // "Februar und März 2023": the year stands only once. "im Jahr 2023": the word before a year is no month.
  const month = monthOf(part)
  if (month > 0 && year) return spanOf({ kind: 'month', value: `${year}-${String(month).padStart(2, '0')}` })
  const plainYear = /(?:19|20)\d\d$/.exec(part)?.[0]
  return plainYear ? spanOf({ kind: 'year', value: plainYear }) : undefined
}

/** Its first day, for sorting. null: the wording names none. */
export const sortKey = (date: FlexDate): LocalDate | null => spanOf(date)?.from ?? null

/** Its last day. null: open ("ab 2021"), or none named. */
export const latestDay = (date: FlexDate): LocalDate | null => spanOf(date)?.to ?? null

/** All of `a` lies before `b` begins. Open and unknown dates never do. */
export function flexDateIsBefore(a: FlexDate, b: FlexDate): boolean {
  const [last, first] = [latestDay(a), sortKey(b)]
  return last !== null && first !== null && last < first
}
