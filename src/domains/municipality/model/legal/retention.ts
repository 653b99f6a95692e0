/**
 * How long a municipality keeps what it holds about persons, where it may choose: the usual period (domain.md 8.1: general
 * knowledge, no law of a state) and within which limits. What it has set stands in `legal_settings.retention`; nothing set,
 * or nonsense: the usual.
 */
export const retentionPeriods = {
  /** Months after the answer to a report of a barrier, or after its arrival while nobody has answered. */
  barrierReportMonths: { usual: 6, from: 1, to: 36, unit: 'months' },
  /** Months since a contact person of an actor was last confirmed. */
  contactMonths: { usual: 24, from: 6, to: 60, unit: 'months' },
  /** Days a preview link stays in the list after it ended. */
  previewLinkDays: { usual: 30, from: 1, to: 365, unit: 'days' },
} as const
export type RetentionKey = keyof typeof retentionPeriods
export const retentionKeys = Object.keys(retentionPeriods) as RetentionKey[]

/** What the municipality has set itself; null: the usual. */
export function ownRetentionOf(legalSettings: unknown): Record<RetentionKey, number | null> {
  const own = ((legalSettings ?? {}) as { retention?: Readonly<Record<string, unknown>> | null }).retention ?? {}
  const set = (key: RetentionKey) => {
    const value = own[key]
    const { from, to } = retentionPeriods[key]
    return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to ? value : null
  }
  return Object.fromEntries(retentionKeys.map((key) => [key, set(key)])) as Record<RetentionKey, number | null>
}

/** The periods that hold in this municipality. */
export function retentionOf(legalSettings: unknown): Record<RetentionKey, number> {
  const own = ownRetentionOf(legalSettings)
  return Object.fromEntries(retentionKeys.map((key) => [key, own[key] ?? retentionPeriods[key].usual])) as Record<
    RetentionKey,
    number
  >
}
