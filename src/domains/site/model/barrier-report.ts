import * as v from 'valibot'
import { optionalText, requiredText } from '#platform/forms/fields.ts'
import { addDays, type LocalDate } from '#values/local-date.ts'

/** Somebody could not use a page. */
export interface BarrierReport {
  id: number
  receivedOn: LocalDate
  page: string | null
  text: string
  email: string | null
  answeredOn: LocalDate | null
  answer: string | null
}

const email = v.pipe(
  optionalText(254),
  v.check(
    (text) => text === null || /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\"]+$/.test(text),
    'notAnEmail',
  ),
)

/** The public form. `website` is a trap for programs: people never see it. */
export const barrierForm = v.object({
  text: requiredText('missing.text', 4000),
  page: optionalText(300),
  email,
  website: v.pipe(v.string(), v.maxLength(0, 'looksLikeProgram')),
})
export type BarrierForm = v.InferOutput<typeof barrierForm>

export const answerForm = v.object({ answer: requiredText('missing.answer', 4000) })

/** The last day for an answer, when the law gives this many days for it. */
export const answerBy = (receivedOn: LocalDate, days: number): LocalDate => addDays(receivedOn, days)

export const reportStates = ['overdue', 'open', 'inTime', 'late'] as const
export type ReportState = (typeof reportStates)[number]

/** Where a report stands: still within its days, past them, or answered within or after them. */
export function reportState(
  { receivedOn, answeredOn }: Pick<BarrierReport, 'receivedOn' | 'answeredOn'>,
  today: LocalDate,
  days: number,
): ReportState {
  const last = answerBy(receivedOn, days)
  if (answeredOn === null) return today > last ? 'overdue' : 'open'
  return answeredOn > last ? 'late' : 'inTime'
}
