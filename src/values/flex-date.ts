import type { InterfaceLanguage } from './language.ts'
import { formatDate, parseLocalDate, type LocalDate } from './local-date.ts'
export interface FlexDate {
  kind: 'date' | 'month' | 'quarter' | 'year' | 'text'
  value: string
  note?: string
}
export function parseFlexDate(text: string): FlexDate {
  const date = parseLocalDate(text)
  if (date) return { kind: 'date', value: date }
  if (/^\d{4}-\d\d$/.test(text)) return { kind: 'month', value: text }
  if (/^\d{4}$/.test(text)) return { kind: 'year', value: text }
  return { kind: 'text', value: text }
}
export const formatFlexDate = (d: FlexDate, language: InterfaceLanguage): string =>
  d.kind === 'date' ? formatDate(d.value, language) : d.value
export const sortKey = (d: FlexDate): LocalDate | null =>
  d.kind === 'date' ? d.value : d.kind === 'month' ? `${d.value}-01` : d.kind === 'year' ? `${d.value}-01-01` : null
export const latestDay = (d: FlexDate): LocalDate | null =>
  d.kind === 'date' ? d.value : d.kind === 'month' ? `${d.value}-28` : d.kind === 'year' ? `${d.value}-12-31` : null
export const flexDateIsBefore = (a: FlexDate, b: FlexDate): boolean => {
  const x = latestDay(a),
    y = sortKey(b)
  return x !== null && y !== null && x < y
}
