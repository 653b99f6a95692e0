import { endedKeptDays } from '#domains/accounts/index.ts'
import { retentionOf } from '#domains/municipality/index.ts'
import { periodsOf } from './retention.ts'

/**
 * The record of what is held about persons (GDPR Art. 30; domain.md 8.1), only what this program really holds. The words
 * are texts: `processing.KEY.what`, `.who`, `.why`, `.basis`, `.long`.
 */
export const processingKeys = ['accounts', 'history', 'directory', 'bodies', 'barriers', 'mails', 'log'] as const
export type ProcessingKey = (typeof processingKeys)[number]

export interface Processing {
  key: ProcessingKey
  /** Nobody with legal knowledge has confirmed basis and period for this municipality yet. */
  isUnchecked: boolean
  /** Values of the text about the period. */
  values: Readonly<Record<string, number>>
}

/** Basis and period rest on general knowledge, not on the law of the state as it stands. */
const unchecked: ReadonlySet<ProcessingKey> = new Set(['accounts', 'history', 'directory', 'bodies', 'barriers'])

/** The record with the periods of this municipality; `legal_settings.checkedProcessings` names what it has confirmed. */
export function processingsOf(settings: unknown): Processing[] {
  const { checkedProcessings } = (settings ?? {}) as { checkedProcessings?: unknown }
  const checked = new Set(Array.isArray(checkedProcessings) ? checkedProcessings : [])
  const periods = periodsOf(settings)
  const values: Partial<Record<ProcessingKey, Record<string, number>>> = {
    accounts: { days: endedKeptDays },
    barriers: { months: periods['barrier-report'].months ?? 0 },
    directory: { months: retentionOf(settings).contactMonths },
    mails: { days: periods.mail.days ?? 0 },
  }
  return processingKeys.map((key) => ({
    key,
    isUnchecked: unchecked.has(key) && !checked.has(key),
    values: values[key] ?? {},
  }))
}

/** Every cookie this program sets, none of them for watching anyone. Texts: `cookie.KEY.name`, `.why`, `.long`. */
export const cookieKeys = ['session', 'language', 'notice', 'preview'] as const
