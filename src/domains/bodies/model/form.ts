import * as v from 'valibot'
import {
  chosen,
  flag,
  ids,
  longText,
  optionalFlexDate,
  optionalId,
  optionallyChosen,
  optionalText,
  optionalWhole,
  requiredText,
} from '#platform/forms/fields.ts'
import { bodyTypes, relationKinds, seatKinds, seatRoles, taskModes } from './body.ts'

/** The form of a body without its rows. A draft needs name and type; what publishing needs is asked by the command. */
export const bodyForm = v.object({
  name: requiredText('missing.name', 200),
  shortName: optionalText(60),
  type: chosen(bodyTypes, 'missing.type'),
  purpose: longText(4000),
  legalBasis: optionalText(300),
  meets: optionalText(200),
  targetSize: optionalWhole(1, 999),
  since: optionalFlexDate,
  parentId: optionalId,
  isMemberListOpen: flag,
  actionFieldIds: ids,
})

/** One task. */
export const taskRow = v.object({
  text: requiredText('missing.text', 500),
  mode: chosen(taskModes, 'missing.mode'),
})

/** One seat, or several alike. What it is called may be left out where another entry says it. */
export const seatRow = v.pipe(
  v.object({
    id: optionalId,
    kind: chosen(seatKinds, 'missing.kind'),
    label: optionalText(300),
    count: v.pipe(
      optionalWhole(1, 999),
      v.transform((count) => count ?? 1),
    ),
    role: optionallyChosen(seatRoles),
    hasVote: flag,
    actorName: optionalText(250),
    delegateBodyId: optionalId,
    personName: optionalText(200),
    isPersonPublic: flag,
  }),
  v.forward(
    v.partialCheck(
      [['label'], ['actorName'], ['delegateBodyId']],
      ({ label, actorName, delegateBodyId }) => label !== null || actorName !== null || delegateBodyId !== null,
      'missing.label',
    ),
    ['label'],
  ),
  v.forward(
    v.partialCheck(
      [['kind'], ['delegateBodyId']],
      ({ kind, delegateBodyId }) => kind !== 'DELEGATE_OF' || delegateBodyId !== null,
      'missing.delegate',
    ),
    ['delegateBodyId'],
  ),
  v.forward(
    v.partialCheck(
      [['isPersonPublic'], ['personName']],
      ({ isPersonPublic, personName }) => !isPersonPublic || personName !== null,
      'missing.personName',
    ),
    ['personName'],
  ),
)
/** With where it stands in the form, so that what is wrong is said there. */
export type SeatContent = v.InferOutput<typeof seatRow> & { place: number }

/** One relation to another body. */
export const relationRow = v.object({
  kind: chosen(relationKinds, 'missing.relation'),
  otherId: v.pipe(
    optionalId,
    v.check((id) => id !== null, 'missing.other'),
    v.transform((id) => id ?? 0),
  ),
})

export interface BodyContent extends v.InferOutput<typeof bodyForm> {
  tasks: v.InferOutput<typeof taskRow>[]
  seats: SeatContent[]
  relations: (v.InferOutput<typeof relationRow> & { place: number })[]
}

/** The groups of rows: what a new row holds, and the fields of which one must be filled for a row to count. */
export const rowGroups = {
  tasks: { blank: { text: '', mode: 'DECIDES' }, named: ['text'] },
  seats: {
    blank: {
      ...{
        id: '',
        kind: 'FUNCTION',
        label: '',
        count: '1',
        role: '',
        hasVote: 'on',
        actorName: '',
        delegateBodyId: '',
      },
      ...{ personName: '', isPersonPublic: '' },
    },
    named: ['label', 'actorName', 'delegateBodyId', 'personName'],
  },
  relations: { blank: { kind: 'REPORTS_TO', otherId: '' }, named: ['otherId'] },
} as const

interface Known {
  id: number
  parentId: number | null
}

/** What does not fit among the bodies there are: field → key of a text. `id` undefined: a new body. */
export function misplaced(
  bodies: readonly Known[],
  id: number | undefined,
  { parentId, relations }: Pick<BodyContent, 'parentId' | 'relations'>,
): Record<string, string> {
  const errors: Record<string, string> = {}
  const isThere = (other: number) => bodies.some((body) => body.id === other)
  if (parentId !== null && !isThere(parentId)) errors['parentId'] = 'unknownBody'
  else if (parentId !== null && id !== undefined && standsBelow(bodies, parentId, id))
    errors['parentId'] = 'parentBelow'
  for (const { place, otherId } of relations) {
    if (otherId === id) errors[`relations-${place}-otherId`] = 'relationToItself'
    else if (!isThere(otherId)) errors[`relations-${place}-otherId`] = 'unknownBody'
  }
  return errors
}

/** Is `id` the body `above`, or does it belong to it over any number of steps? */
function standsBelow(bodies: readonly Known[], id: number, above: number): boolean {
  const passed = new Set<number>()
  for (let next: number | null = id; next !== null && !passed.has(next);) {
    if (next === above) return true
    passed.add(next)
    next = bodies.find((body) => body.id === next)?.parentId ?? null
  }
  return false
}
