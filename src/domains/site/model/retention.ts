// How long data about persons are kept. The same periods stand on the privacy page and drive the job that removes them.

export const retentionKinds = [
  'session',
  'sign-in-link',
  'preview-link',
  'barrier-report',
  'audit-personal',
  'mail',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** Something stored that ends one day. `since` is the moment from which its period runs. */
export interface Stored {
  kind: RetentionKind
  id: string
  since: Date
}

export interface Period {
  days?: number
  months?: number
}
export type Periods = Readonly<Record<RetentionKind, Period>>

/**
 * Invitations and ended memberships are not here: the domain accounts forgets them with the names they held. Sessions and links end with themselves; what somebody may still ask about stays a month. Barrier reports: domain.md
 * 8.1, contact forms. `audit-personal` holds its own date, set by the command that wrote it.
 */
export const defaultPeriods: Periods = {
  session: {},
  'sign-in-link': {},
  'preview-link': { days: 30 },
  'barrier-report': { months: 6 },
  'audit-personal': {},
  mail: { days: 30 },
}

/** The periods of a municipality: its own setting `retention.barrierReportMonths` (1 to 36) where there is one. */
export function periodsOf(settings: unknown): Periods {
  const { retention } = (settings ?? {}) as { retention?: { barrierReportMonths?: unknown } }
  const months = retention?.barrierReportMonths
  return typeof months === 'number' && Number.isInteger(months) && months >= 1 && months <= 36
    ? { ...defaultPeriods, 'barrier-report': { months } }
    : defaultPeriods
}

/** When the period is over. A month later is the same day of that month, or its last one. */
export function endOf(since: Date, { days = 0, months = 0 }: Period): Date {
  const end = new Date(since)
  const day = end.getUTCDate()
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + months)
  end.setUTCDate(Math.min(day, lastDayOf(end)))
  end.setUTCDate(end.getUTCDate() + days)
  return end
}

const lastDayOf = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()

/** What must go at `now`. */
export const dueForRemoval = (stored: readonly Stored[], now: Date, periods: Periods = defaultPeriods): Stored[] =>
  stored.filter(({ kind, since }) => endOf(since, periods[kind]) <= now)
