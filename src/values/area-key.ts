/**
 * Official keys of German areas. AGS: 8 digits of a municipality. ARS: 12 digits, with the association of municipalities
 * in between; AGS = ARS[0:5] + ARS[9:12]. Five digits are a county. Spreadsheets eat the leading zero of 01 … 09.
 */
export type AreaKey =
  | { kind: 'municipality'; key: string; ars: string | null; hadLostZero: boolean }
  | { kind: 'county'; key: string; hadLostZero: boolean }

/** Reads a key as it stands in files, also with blanks between its parts. undefined: no key of a German area. */
export function parseAreaKey(text: string): AreaKey | undefined {
  const digits = text.replaceAll(/[\s.-]/g, '')
  if (!/^\d{1,12}$/.test(digits)) return undefined
  const hadLostZero = [4, 7, 11].includes(digits.length)
  const key = hadLostZero ? `0${digits}` : digits
  // Cities that are states: two digits in some tables, five in others.
  if (key === '02' || key === '11') return { kind: 'county', key: `${key}000`, hadLostZero }
  if (!isState(key.slice(0, 2))) return undefined
  switch (key.length) {
    case 5:
      return { kind: 'county', key, hadLostZero }
    case 8:
      return { kind: 'municipality', key, ars: null, hadLostZero }
    case 12:
      return { kind: 'municipality', key: key.slice(0, 5) + key.slice(9), ars: key, hadLostZero }
    default:
      return undefined
  }
}

const isState = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 16
