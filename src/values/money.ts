import type { InterfaceLanguage } from './language.ts'
export type Cents = number
export const formatEuro = (cents: Cents, language: InterfaceLanguage): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'de-DE', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100)
export const formatEuroExact = (cents: Cents, language: InterfaceLanguage): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'de-DE', { style: 'currency', currency: 'EUR' }).format(
    cents / 100,
  )
export function parseEuro(text: string): { ok: true; cents: Cents } | { ok: false } {
  const plain = text.replaceAll(/[\s€]/g, '').replaceAll('.', '').replace(',', '.')
  return /^\d{1,10}(\.\d{1,2})?$/.test(plain) ? { ok: true, cents: Math.round(Number(plain) * 100) } : { ok: false }
}
export const sumCents = (amounts: readonly (Cents | null)[]): Cents | null => {
  const known = amounts.filter((one) => one !== null)
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
}
