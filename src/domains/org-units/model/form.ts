import * as v from 'valibot'
import { optionalEmail, optionalPhone } from '#platform/forms/contact-fields.ts'
import { lockVersion, optionalDate, optionalId, optionalText, requiredText } from '#platform/forms/fields.ts'
import { withDescendants, type OrgUnit } from './org-unit.ts'

/** The form of a unit. Only level and name are needed; phone and e-mail are those of the office, never of a person. */
export const orgUnitForm = v.pipe(
  v.object({
    levelName: requiredText('missing.levelName', 60),
    code: optionalText(30),
    name: requiredText('missing.name', 200),
    parentId: optionalId,
    startedOn: optionalDate,
    endedOn: optionalDate,
    mergedIntoId: optionalId,
    phone: optionalPhone,
    email: optionalEmail,
  }),
  v.forward(
    v.partialCheck(
      [['startedOn'], ['endedOn']],
      ({ startedOn, endedOn }) => !startedOn || !endedOn || endedOn >= startedOn,
      'endBeforeStart',
    ),
    ['endedOn'],
  ),
  v.forward(
    v.partialCheck(
      [['endedOn'], ['mergedIntoId']],
      ({ endedOn, mergedIntoId }) => mergedIntoId === null || endedOn !== null,
      'missing.endedOn',
    ),
    ['endedOn'],
  ),
)
export type OrgUnitForm = v.InferOutput<typeof orgUnitForm>

export const lockForm = v.object({ version: lockVersion })

/**
 * What does not fit among the units there are: a parent that is not there or stands below the unit itself, a successor that
 * is not there or the unit itself. Field → key of a text. `id` undefined: a new unit.
 */
export function misplaced(
  units: readonly Pick<OrgUnit, 'id' | 'parentId' | 'position'>[],
  id: number | undefined,
  { parentId, mergedIntoId }: Pick<OrgUnitForm, 'parentId' | 'mergedIntoId'>,
): { parentId?: 'unknownChoice' | 'parentBelow'; mergedIntoId?: 'unknownChoice' | 'mergedIntoItself' } {
  const isThere = (other: number) => units.some((unit) => unit.id === other)
  const own = id === undefined ? new Set<number>() : withDescendants(units, id)
  return {
    ...(parentId !== null &&
      (!isThere(parentId)
        ? { parentId: 'unknownChoice' as const }
        : own.has(parentId) && { parentId: 'parentBelow' as const })),
    ...(mergedIntoId !== null &&
      (!isThere(mergedIntoId)
        ? { mergedIntoId: 'unknownChoice' as const }
        : mergedIntoId === id && { mergedIntoId: 'mergedIntoItself' as const })),
  }
}
