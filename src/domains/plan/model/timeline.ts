import { latestDay, sortKey, type FlexDate } from '#values/flex-date.ts'
import { addDays, addMonths, daysBetween, lastDayOf, yearOf, type LocalDate } from '#values/local-date.ts'

export interface TimelinePhase {
  from: FlexDate | null
  to: FlexDate | null
}
export interface TimelineEvent {
  date: FlexDate
}

/** Where things stand on the line of time, from 0 (its beginning) to 1 (its end). */
export interface Timeline {
  from: LocalDate
  to: LocalDate
  years: { year: number; at: number }[]
  today: number | null
  /** Per phase; null: no date known. */
  phases: ({ from: number; to: number; isOpen: boolean } | null)[]
  /** Per event, in the order given; one day, or from a first to a last; null: no day known. */
  events: ({ from: number; to: number } | null)[]
}

/** Whole years around everything that has a date; undefined: nothing has one. */
export function timelineOf(
  phases: readonly TimelinePhase[],
  events: readonly TimelineEvent[],
  today: LocalDate,
): Timeline | undefined {
  const spans = phases.map(spanOf)
  const moments = events.map(momentOf)
  const days = [
    // What has no end needs some room to be seen to begin.
    ...spans.flatMap((span) => (span ? [span.from, span.to ?? addMonths(span.from, 6)] : [])),
    ...moments.flatMap((span) => (span ? [span.from, span.to] : [])),
  ].toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const from = `${yearOf(first)}-01-01`
  const to = lastDayOf(yearOf(last), 12)
  const whole = daysBetween(from, to) + 1
  const at = (day: LocalDate) => Math.min(1, Math.max(0, daysBetween(from, day) / whole))
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, n) => yearOf(first) + n)
  return {
    from,
    to,
    years: years.map((year) => ({ year, at: at(`${year}-01-01`) })),
    today: today >= from && today <= to ? at(today) : null,
    phases: spans.map(
      (span) => span && { from: at(span.from), to: span.to ? at(addDays(span.to, 1)) : 1, isOpen: span.to === null },
    ),
    events: moments.map(
      (span) => span && { from: at(span.from), to: at(span.from === span.to ? span.to : addDays(span.to, 1)) },
    ),
  }
}

/** The days in which an event lies. One without an end ("nach dem 21.11.2018") stands where it begins. */
function momentOf({ date }: TimelineEvent): { from: LocalDate; to: LocalDate } | null {
  const from = sortKey(date)
  return from === null ? null : { from, to: latestDay(date) ?? from }
}

/** The days of a phase. Only a beginning, such as "2024" or "ab 2025": what that wording itself says. */
function spanOf({ from, to }: TimelinePhase): { from: LocalDate; to: LocalDate | null } | null {
  const start = from && sortKey(from)
  if (!start) return null
  return { from: start, to: to ? latestDay(to) : latestDay(from) }
}

/**
 * Moves marks that would cover each other apart: in order, at least `gap` between neighbours, all between `low` and
 * `high`. Where there is no room for that they stand evenly.
 */
export function spread(places: readonly number[], gap: number, low: number, high: number): number[] {
  const room = high - low
  const step = places.length > 1 ? Math.min(gap, room / (places.length - 1)) : 0
  const moved: number[] = []
  for (const place of places) moved.push(Math.max(place, low, (moved.at(-1) ?? -Infinity) + step))
  for (let at = moved.length - 1; at >= 0; at--)
    moved[at] = Math.min(moved[at] ?? high, at === moved.length - 1 ? high : (moved[at + 1] ?? high) - step)
  return moved
}
