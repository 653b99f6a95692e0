import type { InterfaceLanguage } from './language.ts'

// Numbers on Arabic pages are written as in German: the forms go to a German office, and its letters must agree.
export const numberLocales: Readonly<Record<InterfaceLanguage, string>> = { de: 'de-DE', en: 'en-GB', ar: 'de-DE' }

// A formatter takes longer to make than to use, and a list needs the same one a hundred times.
const formatters = new Map<string, Intl.NumberFormat>()
export function numberFormatter(language: InterfaceLanguage, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${numberLocales[language]} ${JSON.stringify(options)}`
  let formatter = formatters.get(key)
  if (!formatter) formatters.set(key, (formatter = new Intl.NumberFormat(numberLocales[language], options)))
  return formatter
}

/** `1234.5, 1, 'de'` → "1.234,5". Rounds half away from zero, as offices do (domain.md 7.4). */
export const formatNumber = (value: number, decimals: number, language: InterfaceLanguage): string =>
  numberFormatter(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    roundingMode: 'halfExpand',
    // What rounds to zero is 0, not −0.
    signDisplay: 'negative',
  }).format(value)

/**
 * A number as people write it: "1.234,5", "1 234,5", "12.5", "−3". A dot before exactly three digits parts thousands;
 * any other single dot is a decimal point. undefined: no number.
 */
export function parseNumber(text: string): number | undefined {
  const plain = text.replaceAll(/[\s'’]/g, '').replace(/^[−–]/, '-')
  if (/^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  return /^-?\d{1,15}([.,]\d{1,10})?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined
}
