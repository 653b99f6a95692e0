import type { SayOf } from '#platform/texts/texts.ts'
import { formatFlexDate, type FlexDate } from '#values/flex-date.ts'
import type { InterfaceLanguage } from '#values/language.ts'
import type { texts } from '../texts/index.ts'

/** "März 2024 bis 2025", "ab 2021", "2024": as exactly as it is known; '' where nothing is. */
export function periodWords(
  t: SayOf<typeof texts>,
  language: InterfaceLanguage,
  from: FlexDate | null,
  to: FlexDate | null,
): string {
  const [start, end] = [from, to].map((date) => date && formatFlexDate(date, language))
  if (start && end) return t('period', { from: start, to: end })
  return start ?? (end ? t('period.until', { to: end }) : '')
}
