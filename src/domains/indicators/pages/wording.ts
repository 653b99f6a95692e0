import type { SayOf } from '#platform/texts/texts.ts'
import type { InterfaceLanguage } from '#values/language.ts'
import { formatDate, type LocalDate } from '#values/local-date.ts'
import { formatNumber } from '#values/number.ts'
import { roundHalfAway } from '#values/rounding.ts'
import { currentOf, shownShare, type Attainment } from '../model/attainment.ts'
import type { IndicatorKind, PublicValue } from '../model/indicator.ts'
import { calendarYear, isMeasured, signMarks, type Observation } from '../model/observation.ts'
import type { texts } from '../texts/index.ts'

export type T = SayOf<typeof texts>
interface Scale {
  kind: IndicatorKind
  decimals: number
}

const noBreak = '\u00a0'
const symbols: Partial<Record<IndicatorKind, string>> = { SHARE: '%', MONEY: '€' }
/** Shares and money carry their sign with them; other units stand beside the number as a word. */
export const symbolOf = (kind: IndicatorKind): string => symbols[kind] ?? ''

/** `62,1 %`, `9,20 €`, `388`: rounded half away from zero. */
export function formatValue(value: number, { kind, decimals }: Scale, language: InterfaceLanguage): string {
  const number = formatNumber(roundHalfAway(value, decimals), decimals, language)
  const symbol = symbolOf(kind)
  return symbol ? `${number}${noBreak}${symbol}` : number
}

/** 0.425 → `43`: whole per cent, within the bounds that are shown. */
export const formatShare = (share: number, language: InterfaceLanguage): string =>
  formatNumber(roundHalfAway(shownShare(share) * 100, 0), 0, language)

type Period = Pick<Observation, 'periodFrom' | 'periodTo'>

/** `2025`, `31.12.2025`, `01.09.2024 bis 31.08.2025`. */
export function formatPeriod(t: T, period: Period): string {
  const { year, from, to } = partsOf(t, period)
  return year ?? (from === to ? to : t('period.span', { from, to }))
}

/** The same inside a sentence: "im Jahr 2025". */
export function formatWhen(t: T, period: Period): string {
  const { year, from, to } = partsOf(t, period)
  if (year !== null) return t('when.year', { year })
  return from === to ? t('when.day', { date: to }) : t('when.span', { from, to })
}

function partsOf(t: T, period: Period) {
  const year = calendarYear(period)
  const date = (day: LocalDate) => formatDate(day, t.language)
  return { year: year === null ? null : String(year), from: date(period.periodFrom), to: date(period.periodTo) }
}

/** The newest value that can be computed with, or null. */
export const latestOf = (values: readonly PublicValue[]) =>
  currentOf(values.map((value) => ({ ...value, areaId: null, dimensions: {} })))

/** A value as a table shows it: the number, or the sign and what it means; `( )` around what is limited. */
export function shownValue(t: T, value: Pick<Observation, 'value' | 'sign'>, scale: Scale) {
  const { sign } = value
  const meaning = sign === null ? null : t(`sign.${sign}`)
  if (!isMeasured(value) || value.value === null) {
    return { text: sign === null ? t('values.open') : signMarks[sign], meaning }
  }
  if (sign === 'NOTHING') return { text: signMarks.NOTHING, meaning }
  const text = formatValue(value.value, scale, t.language)
  return { text: sign === 'LIMITED' ? `(${text})` : text, meaning }
}

/** What the light means here, in words, and the sentence beside it. */
export function wayWords(t: T, attainment: Attainment, scale: Scale): { word: string; sentence: string } {
  const { light, share, expected, gap, band } = attainment
  if (gap !== null) return { word: t('light.GREY'), sentence: t(`gap.${gap}`) }
  if (band) {
    const key = band.isInside ? 'inside' : light === 'YELLOW' ? 'justOutside' : 'outside'
    const amount = (value: number) => formatValue(value, scale, t.language)
    return {
      word: t(`light.${key}`),
      sentence: t('way.band', { from: amount(band.from), to: amount(band.to) }),
    }
  }
  if (share === null) return { word: t('light.GREY'), sentence: '' }
  const words = { share: formatShare(share, t.language) }
  if (share < 0) {
    // "−11 % of the way" says nothing to most people.
    const away = t('way.away', { share: formatShare(-share, t.language) })
    const plan = expected === null ? '' : ` ${t('way.wouldBe', { expected: formatShare(expected, t.language) })}`
    return { word: t(`light.${light}`), sentence: away + plan }
  }
  const word = share >= 1 ? t('light.reached') : t(`light.${light}`)
  if (expected === null) return { word, sentence: t('way.noPlan', words) }
  return { word, sentence: t('way.planned', { ...words, expected: formatShare(expected, t.language) }) }
}

/** "bis Ende 2028", or to the day. */
export const formatUntil = (t: T, date: LocalDate): string =>
  date.endsWith('-12-31')
    ? t('status.untilEnd', { year: date.slice(0, 4) })
    : t('status.until', { date: formatDate(date, t.language) })
