import * as v from 'valibot'
import { optionalDate, requiredText } from '#platform/forms/fields.ts'
import { addDays, type LocalDate } from '#values/local-date.ts'

export interface Preview {
  id: number
  note: string
  createdBy: string | null
  createdOn: LocalDate
  /** The last day on which it opens. */
  lastDay: LocalDate
  lastUsedOn: LocalDate | null
  state: PreviewState
}

export const previewStates = ['open', 'expired', 'revoked'] as const
export type PreviewState = (typeof previewStates)[number]

export const defaultPreviewDays = 14
const longestPreviewDays = 180

/** Who it is for, and its last day: from tomorrow to half a year ahead. */
export const previewForm = (today: LocalDate) =>
  v.object({
    note: requiredText('missing.note', 200),
    lastDay: v.pipe(
      optionalDate,
      v.nonNullable(v.string(), 'missing.lastDay'),
      v.check((day) => day > today, 'lastDay.past'),
      v.check((day) => day <= addDays(today, longestPreviewDays), 'lastDay.far'),
    ),
  })
export interface PreviewForm {
  note: string
  lastDay: LocalDate
}

/** Opens as long as nobody has revoked it and its time is not over. */
export const previewState = (
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date },
  now: Date,
): PreviewState => (revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'open')

/** Cookie of an opened preview: one per municipality, so that two previews do not meet. */
export const previewCookie = (municipalityId: number) => `tw_vorschau_${municipalityId}`
