import type { InterfaceLanguage } from './language.ts'
export const formatNumber = (n: number, decimals: number, language: InterfaceLanguage): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'de-DE', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(n)
export const parseNumber = (text: string): number | undefined => {
  const plain = text.replaceAll(/\s/g, '').replaceAll('.', '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}
