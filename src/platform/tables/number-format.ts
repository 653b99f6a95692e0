import type { Cell } from './workbook.ts'

/** What a number format says about a stored number. */
export type NumberFormat =
  | { kind: 'general'; code: string }
  | { kind: 'fixed' | 'percent'; code: string; decimals: number; digits: number }
  | { kind: 'date'; code: string; shows: 'year' | 'month' | 'day'; time: boolean }
  | { kind: 'time'; code: string; elapsed: boolean }

/** The formats a file may use without spelling them out (ECMA-376 part 1, 18.8.30; 14 as in Germany). */
const builtIn: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'dd.mm.yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd.mm.yyyy hh:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
}

/** The format with that number: one of the file's own, or a built-in one. */
export const formatCode = (id: number, own: ReadonlyMap<number, string>) => own.get(id) ?? builtIn[id] ?? 'General'

/** Reads a format code as far as it decides what a value is and how many decimals it shows. */
export function parseFormat(code: string): NumberFormat {
  const first = /^(?:"[^"]*"|\\.|[^;])*/.exec(code)?.[0] ?? ''
  // Literal text, escapes, padding, colours and locales say nothing about the kind of value.
  let bare = first.replace(/"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase()
  // Some programs store the German letters: TT.MM.JJJJ.
  if (/j{2,4}/.test(bare)) bare = bare.replaceAll('j', 'y').replaceAll('t', 'd')
  if (bare.includes('general') || bare.includes('standard') || bare.includes('@')) return { kind: 'general', code }

  const clock = /[hs]/.test(bare.replace(/am\/pm|a\/p/g, ''))
  if (/[yd]/.test(bare) || (bare.includes('m') && !clock)) {
    const shows = bare.includes('d') ? 'day' : bare.includes('m') ? 'month' : 'year'
    return { kind: 'date', code, shows, time: clock }
  }
  if (clock) return { kind: 'time', code, elapsed: bare.includes('[') }
  if (/e[+-]|[/?]/.test(bare) || !/[0#]/.test(bare)) return { kind: 'general', code }

  const [whole = '', part = ''] = bare.replace(/[^0#.]/g, '').split('.')
  const digits = whole.replaceAll('#', '').length
  return { kind: bare.includes('%') ? 'percent' : 'fixed', code, decimals: part.length, digits }
}

/** The cell a stored number makes under its format. `raw` is the number as the file spells it. */
export function numberCell(raw: string, format: NumberFormat, date1904: boolean): Cell {
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return { text: raw, kind: 'error' }
  if (format.kind === 'time') return { text: timeText(number, format.elapsed), kind: 'text', format: format.code }
  if (format.kind === 'date') {
    const date = dateOfSerial(number, date1904)
    if (date) return { text: dateText(date, number, format), kind: 'date', date, format: format.code }
  }
  const text = numberText(raw, number, format)
  if (format.code === 'General') return { text, kind: 'number', number }
  return { text, kind: 'number', number, format: format.code }
}

function numberText(raw: string, number: number, format: NumberFormat): string {
  if (format.kind === 'percent') return `${fixed(number * 100, format.decimals, format.digits)}%`
  if (format.kind === 'fixed') return fixed(number, format.decimals, format.digits)
  // Long keys that a double cannot hold stay as they are spelled.
  if (/^-?\d+$/.test(raw) && !Number.isSafeInteger(number)) return raw
  return String(clean(number))
}

/** Office computes with 15 digits: 0.1 + 0.2 is 0.3. */
const clean = (number: number) => Number(number.toPrecision(15))

/** Rounds the decimal spelling, so that 1.005 with two places is 1.01 as on screen. */
function fixed(number: number, decimals: number, digits: number): string {
  const size = Math.abs(clean(number))
  const spelled = String(size)
  const rounded = spelled.includes('e') ? size : Number(`${Math.round(Number(`${spelled}e${decimals}`))}e-${decimals}`)
  const text = (Number.isFinite(rounded) ? rounded : size).toFixed(decimals)
  const [whole = '', part] = text.split('.')
  const sign = number < 0 && /[1-9]/.test(text) ? '-' : ''
  return sign + whole.padStart(digits, '0') + (part ? `.${part}` : '')
}

const dayMs = 86_400_000

/**
 * The day of a serial number as `YYYY-MM-DD`, in whole days and without any time zone. undefined outside 1900–9999,
 * and for the 29.02.1900 that the 1900 system counts although it never was.
 */
export function dateOfSerial(serial: number, date1904: boolean): string | undefined {
  const day = Math.floor(seconds(serial) / 86_400)
  if (day < 0 || (!date1904 && (day < 1 || day === 60))) return undefined
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const date = new Date(epoch + day * dayMs)
  return date.getUTCFullYear() > 9999 || Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10)
}

/** The serial number of a day (`YYYY-MM-DD`), for writing; undefined before March 1900. */
export function serialOfDate(date: string): number | undefined {
  const serial = Date.parse(`${date}T00:00:00Z`) / dayMs + 25_569
  return serial > 60 ? serial : undefined
}

const seconds = (serial: number) => Math.round(serial * 86_400)
const two = (value: number) => String(value).padStart(2, '0')

function timeText(serial: number, elapsed: boolean): string {
  const minutes = Math.floor(Math.abs(seconds(serial)) / 60)
  const hours = Math.floor(minutes / 60)
  return `${two(elapsed ? hours : hours % 24)}:${two(minutes % 60)}`
}

function dateText(date: string, serial: number, { shows, time }: { shows: string; time: boolean }): string {
  if (shows === 'year') return date.slice(0, 4)
  if (shows === 'month') return date.slice(0, 7)
  return time && !Number.isInteger(serial) ? `${date} ${timeText(serial % 1, false)}` : date
}
