import { localDateOf, type LocalDate } from '#values/local-date.ts'

/** Asked for the time everywhere, so that a test can say what day it is. */
export interface Clock {
  now: () => Date
}
export const systemClock: Clock = { now: () => new Date() }

/** The day in Germany, YYYY-MM-DD. */
export const today = (clock: Clock): LocalDate => localDateOf(clock.now())
