import * as v from 'valibot'
import { flexDateIsBefore } from '#values/flex-date.ts'
import {
  chosen,
  flag,
  lockVersion,
  longText,
  optionalFlexDate,
  optionalId,
  optionalText,
  requiredTitle,
} from '#platform/forms/fields.ts'

export const chapterPlaces = ['BEFORE_FIELDS', 'BETWEEN', 'AFTER_FIELDS'] as const
export type ChapterPlace = (typeof chapterPlaces)[number]

export const phaseStates = ['PLANNED', 'RUNNING', 'DONE'] as const
export type PhaseState = (typeof phaseStates)[number]

/** What the plan itself holds beside the chain: chapters, phases and events; each is drafted and published by itself. */
export const partKinds = ['chapter', 'phase', 'event'] as const
export type PartKind = (typeof partKinds)[number]

/** Their German segment in addresses. */
export const segments = { chapter: 'kapitel', phase: 'schritte', event: 'termine' } as const
export type Segment = (typeof segments)[PartKind]

const title = requiredTitle('noTitle')

/** A field belongs only to a chapter between the fields; what was left chosen beside another place is dropped. */
export const chapterForm = v.pipe(
  v.object({
    title,
    place: chosen(chapterPlaces, 'unknownChoice'),
    afterFieldId: optionalId,
    text: longText(),
  }),
  v.transform(({ afterFieldId, ...form }) => ({
    ...form,
    afterFieldId: form.place === 'BETWEEN' ? afterFieldId : null,
  })),
)

export const phaseForm = v.pipe(
  v.object({
    title,
    periodFrom: optionalFlexDate,
    periodTo: optionalFlexDate,
    state: chosen(phaseStates, 'unknownChoice'),
    outcome: optionalText(2000),
  }),
  v.forward(
    v.partialCheck(
      [['periodFrom'], ['periodTo']],
      ({ periodFrom, periodTo }) => !periodFrom || !periodTo || !flexDateIsBefore(periodTo, periodFrom),
      'endBeforeStart',
    ),
    ['periodTo'],
  ),
)

export const eventForm = v.pipe(
  v.object({ title, date: optionalFlexDate, text: optionalText(2000), isTentative: flag }),
  v.forward(
    v.partialCheck([['date']], ({ date }) => date !== null, 'missing.date'),
    ['date'],
  ),
)

export const partForms = { chapter: chapterForm, phase: phaseForm, event: eventForm } as const
export type ChapterForm = v.InferOutput<typeof chapterForm>
export type PhaseForm = v.InferOutput<typeof phaseForm>
export type EventForm = v.InferOutput<typeof eventForm>
export type PartForm = ChapterForm | PhaseForm | EventForm

export const lockForm = v.object({ version: lockVersion })

/** Ready-made steps of the process: three (S2), five (S4), or none. The titles are texts, so they come in all languages. */
export const phaseTemplates = { three: 3, five: 5 } as const
export type PhaseTemplate = keyof typeof phaseTemplates
export const templateForm = v.object({ template: chosen(['three', 'five'], 'unknownChoice') })

/** What a part still lacks before the public may see it. Keys of texts. */
export function missingInPart(kind: PartKind, part: { title: string; text: string | null }): string[] {
  return [...(part.title ? [] : ['title']), ...(kind === 'chapter' && !part.text ? ['text'] : [])]
}
