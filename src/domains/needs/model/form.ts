import * as v from 'valibot'
import {
  chosen,
  ids,
  longText,
  optionalFlexDate,
  optionalId,
  optionallyChosen,
  optionalText,
  requiredText,
} from '#platform/forms/fields.ts'
import type { FlexDate } from '#values/flex-date.ts'
import { chosenStates, priorities, sourceKinds, type NeedState, type SourceKind } from './need.ts'

const statement = requiredText('missing.statement', 500)
const priority = v.pipe(
  optionallyChosen(priorities),
  v.transform((text) => (text === null ? null : Number(text))),
)

/** The form of a need without its sources, which are a list of their own. A draft needs one sentence. */
export const needForm = v.pipe(
  v.object({
    statement,
    description: longText(),
    actionFieldId: optionalId,
    priority,
    state: v.pipe(
      v.string(),
      v.transform((text) => text || 'NEW'),
      v.picklist(chosenStates, 'unknownChoice'),
    ),
    rejectionReason: optionalText(1000),
    targetGroupIds: ids,
    topicIds: ids,
    goalIds: ids,
  }),
  v.forward(
    v.partialCheck(
      [['state'], ['rejectionReason']],
      ({ state, rejectionReason }) => state !== 'REJECTED' || rejectionReason !== null,
      'missing.rejectionReason',
    ),
    ['rejectionReason'],
  ),
)

/** One row of the list of sources. */
export const sourceForm = v.object({
  id: optionalId,
  kind: chosen(sourceKinds, 'unknownChoice'),
  text: requiredText('missing.sourceText', 500),
  date: optionalFlexDate,
})
export interface SourceForm {
  /** Absent: a new one. */
  id: number | null
  kind: SourceKind
  text: string
  date: FlexDate | null
}

export interface NeedForm {
  statement: string
  description: string | null
  actionFieldId: number | null
  priority: number | null
  state: NeedState
  rejectionReason: string | null
  targetGroupIds: number[]
  topicIds: number[]
  goalIds: number[]
  sources: SourceForm[]
}

export const rejectForm = v.object({ rejectionReason: requiredText('missing.rejectionReason', 1000) })

/** Several needs at once, one per line; what is said here holds for each of them. */
export const severalForm = v.object({
  lines: requiredText('missing.lines', 50_000),
  actionFieldId: optionalId,
  targetGroupIds: ids,
  sourceKind: optionallyChosen(sourceKinds),
  sourceText: optionalText(500),
  sourceDate: optionalFlexDate,
})
export type SeveralForm = v.InferOutput<typeof severalForm>

export const mostLines = 300
export const longestStatement = 500

/**
 * One need per line. Dashes, dots and numbers at the beginning are those of a list and fall away, empty lines too, and a
 * line that stands there twice counts once.
 */
export function needsOfLines(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–—•*·▪]+|\(?\d{1,3}[.)])\s+/u, '').trim())
    .filter((line) => line !== '')
  const seen = new Set<string>()
  return lines.filter((line) => {
    const key = line.toLocaleLowerCase('de')
    return !seen.has(key) && seen.add(key)
  })
}
