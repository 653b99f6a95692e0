import { addDays, type LocalDate } from '#values/local-date.ts'

/** Public holidays: a day of the year, or a number of days from Easter Sunday. */
const rules = {
  NEW_YEAR: '01-01',
  EPIPHANY: '01-06',
  GOOD_FRIDAY: -2,
  EASTER_MONDAY: 1,
  LABOUR_DAY: '05-01',
  ASCENSION: 39,
  WHIT_MONDAY: 50,
  CORPUS_CHRISTI: 60,
  GERMAN_UNITY: '10-03',
  ALL_SAINTS: '11-01',
  CHRISTMAS: '12-25',
  SECOND_CHRISTMAS: '12-26',
} as const
export type HolidayKey = keyof typeof rules

/** The nine that hold in all of Germany. */
export const nationalHolidays: readonly HolidayKey[] = [
  ...(['NEW_YEAR', 'GOOD_FRIDAY', 'EASTER_MONDAY', 'LABOUR_DAY', 'ASCENSION'] as const),
  ...(['WHIT_MONDAY', 'GERMAN_UNITY', 'CHRISTMAS', 'SECOND_CHRISTMAS'] as const),
]

/** Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of 1876). */
export function easterOf(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export interface Holiday {
  key: HolidayKey
  date: LocalDate
}

/** The holidays of one year in their order. */
export function holidaysOf(keys: readonly HolidayKey[], year: number): Holiday[] {
  const easter = easterOf(year)
  const dated = keys.map((key): Holiday => {
    const rule = rules[key]
    return { key, date: typeof rule === 'number' ? addDays(easter, rule) : `${year}-${rule}` }
  })
  return dated.toSorted((one, other) => (one.date < other.date ? -1 : 1))
}

/** Saturdays, Sundays and holidays are no working days. */
export function isWorkingDay(date: LocalDate, keys: readonly HolidayKey[]): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  return !holidaysOf(keys, Number(date.slice(0, 4))).some((holiday) => holiday.date === date)
}
