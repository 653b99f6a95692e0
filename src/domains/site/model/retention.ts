import { retentionOf } from '#domains/municipality/index.ts'

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

const usual = retentionOf({})

/**
 * Invitations and ended memberships are not here: the domain accounts forgets them with the names they held. Sessions and links end with themselves; what somebody may still ask about stays a month. Barrier reports: domain.md
 * 8.1, contact forms. `audit-personal` holds its own date, set by the command that wrote it.
 */
export const defaultPeriods: Periods = {
  session: {},
  'sign-in-link': {},
  'preview-link': { days: usual.previewLinkDays },
  'barrier-report': { months: usual.barrierReportMonths },
  'audit-personal': {},
  mail: { days: 30 },
}

/** The periods of a municipality: what it has set for itself, otherwise the usual ones. */
export function periodsOf(settings: unknown): Periods {
  const { barrierReportMonths, previewLinkDays } = retentionOf(settings)
  return {
    ...defaultPeriods,
    'barrier-report': { months: barrierReportMonths },
    'preview-link': { days: previewLinkDays },
  }
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
