import type { InterfaceLanguage } from './language.ts'

/** A calendar day without time, YYYY-MM-DD, end to end. */
export type LocalDate = string

export const isLocalDate = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** 31.12.2024, 1.3.25, 2024-12-31. undefined for anything else, and for days that do not exist (31.02.). */
export function parseLocalDate(text: string): LocalDate | undefined {
  const plain = text.trim()
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d\d)$/.exec(plain) ?? []
  const date = day
    ? `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : plain
  return isLocalDate(date) ? date : undefined
}

/** Looks like a day but is none: 31.02.2025, 2025-13-01. */
export const isImpossibleDate = (text: string): boolean =>
  /^\s*(\d{1,2}\. ?\d{1,2}\. ?(\d{4}|\d\d)|\d{4}-\d\d-\d\d)\s*$/.test(text) && parseLocalDate(text) === undefined

const locales: Readonly<Record<InterfaceLanguage, string>> = { de: 'de-DE', en: 'en-GB', ar: 'ar-u-nu-latn' }
const formatters = new Map<string, Intl.DateTimeFormat>()
/** Formatters are kept: making one takes longer than using it. */
export function dateFormatter(language: InterfaceLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let formatter = formatters.get(key)
  if (!formatter) formatters.set(key, (formatter = new Intl.DateTimeFormat(locales[language], options)))
  return formatter
}

/** 31.12.2024; English 31 Dec 2024. Arabic pages show it as German offices write it. */
export const formatDate = (date: LocalDate, language: InterfaceLanguage): string =>
  language === 'en'
    ? dateFormatter('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date))
    : date.split('-').toReversed().join('.')

/** The month of a day: "Mai 2026". */
export const formatMonth = (date: LocalDate, language: InterfaceLanguage): string =>
  dateFormatter(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(date))

/** Days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

/** The same day some months later, or the last day of that month: 31.01. + 1 is 28.02. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = lastDayOf(year, month + months)
  return `${last.slice(0, 8)}${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}`
}

const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })
/** The calendar day that an instant belongs to where our municipalities are. */
export const localDateOf = (instant: Date): LocalDate => swedish.format(instant)

/** 24.11.2026, 11:05 in German time. */
export const formatInstant = (instant: Date, language: InterfaceLanguage): string =>
  dateFormatter(language === 'en' ? 'en' : 'de', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  }).format(instant)

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))

/** The last day of a month: `2024, 2` → 2024-02-29. */
export const lastDayOf = (year: number, month: number): LocalDate =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
