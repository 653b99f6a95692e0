import { numberFormatter, parseNumber } from './number.ts'
import type { InterfaceLanguage } from './language.ts'

/** Whole cents. Empty is null and never zero. */
export type Cents = number

/** 12.000 €; with cents only where there are some. */
export const formatEuro = (cents: Cents, language: InterfaceLanguage): string =>
  euro(cents, language, cents % 100 === 0 ? 0 : 2)

/** 12.000,00 € */
export const formatEuroExact = (cents: Cents, language: InterfaceLanguage): string => euro(cents, language, 2)

const euro = (cents: Cents, language: InterfaceLanguage, decimals: number) =>
  numberFormatter(language, { style: 'currency', currency: 'EUR', minimumFractionDigits: decimals }).format(cents / 100)

export type ParsedEuro = { ok: true; cents: Cents } | { ok: false; reason: 'not-an-amount' | 'negative' | 'too-large' }

const largest = 1_000_000_000_000
const scales: Readonly<Record<string, number>> = {
  't€': 1000,
  te: 1000,
  teur: 1000,
  'tsd.': 1000,
  tsd: 1000,
  'mio.': 1e6,
  mio: 1e6,
}

/**
 * An amount as people write it: "15.000", "1.200,50 €", "5 T€", "1,2 Mio. €". Never negative, at most two decimals of a
 * euro, below a billion euro (domain: a county's budget).
 */
export function parseEuro(text: string): ParsedEuro {
  const plain = text
    .replaceAll(/\s/g, ' ')
    .trim()
    .replace(/ ?(€|euro|eur)$/i, '')
    .replace(/,(-|–|--)$/, '')
  const [, amount = plain, unit = ''] = /^(.*?\d) ?(t€|t|tsd\.?|mio\.?)$/i.exec(plain) ?? []
  const scale = unit === '' ? 1 : (scales[unit.toLowerCase()] ?? 1000)
  const value = parseNumber(amount)
  if (value === undefined) return { ok: false, reason: 'not-an-amount' }
  if (value < 0) return { ok: false, reason: 'negative' }
  const cents = Math.round(value * scale * 100)
  if (cents > largest) return { ok: false, reason: 'too-large' }
  const isExact = Math.abs(value * scale * 100 - cents) < 1e-6 * Math.max(1, cents)
  return isExact ? { ok: true, cents } : { ok: false, reason: 'not-an-amount' }
}

/** The sum of what is known; null when nothing is. */
export function sumCents(amounts: readonly (Cents | null)[]): Cents | null {
  const known = amounts.filter((one) => one !== null)
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
}
