import * as v from 'valibot'
import { chosen, ids, optionalId, optionallyChosen, optionalText, optionalWhole } from '#platform/forms/fields.ts'
import { lead } from './form.ts'
import { measureKinds, measureStates, needsStateReason } from './measure.ts'

/** What can be changed for many at once; goals, target groups and areas are added to what is there. */
export const bulkChanges = [
  ...(['state', 'lead', 'start', 'end'] as const),
  ...(['kind', 'actionField', 'goals', 'targetGroup', 'areas'] as const),
] as const

const fields = v.object({
  id: v.pipe(ids, v.minLength(1, 'missing.chosen'), v.maxLength(100, 'tooMany')),
  change: chosen(bulkChanges, 'missing.change'),
  state: optionallyChosen(measureStates),
  stateReason: optionalText(1000),
  lead,
  year: optionalWhole(1990, 2100),
  kind: optionallyChosen(measureKinds),
  actionFieldId: optionalId,
  goalIds: ids,
  targetGroupId: optionalId,
  areaIds: ids,
})
export type BulkForm = v.InferOutput<typeof fields>

/** One posted change for several measures: it needs its own field filled, those of other changes may be empty. */
export const bulkForm = v.pipe(
  fields,
  v.forward(
    v.partialCheck(
      [['change'], ['state']],
      ({ change, state }) => change !== 'state' || state !== null,
      'missing.state',
    ),
    ['state'],
  ),
  v.forward(
    v.partialCheck(
      [['change'], ['state'], ['stateReason']],
      ({ change, state, stateReason }) =>
        change !== 'state' || state === null || !needsStateReason(state) || stateReason !== null,
      'missing.stateReason',
    ),
    ['stateReason'],
  ),
  v.forward(
    v.partialCheck(
      [['change'], ['lead']],
      ({ change, lead }) => change !== 'lead' || lead.leadOrgUnitId !== null || lead.leadActorId !== null,
      'missing.lead',
    ),
    ['lead'],
  ),
  v.forward(
    v.partialCheck(
      [['change'], ['year']],
      ({ change, year }) => !['start', 'end'].includes(change) || year !== null,
      'missing.year',
    ),
    ['year'],
  ),
  v.forward(
    v.partialCheck([['change'], ['kind']], ({ change, kind }) => change !== 'kind' || kind !== null, 'missing.kind'),
    ['kind'],
  ),
  v.forward(
    v.partialCheck(
      [['change'], ['actionFieldId']],
      ({ change, actionFieldId }) => change !== 'actionField' || actionFieldId !== null,
      'missing.actionField',
    ),
    ['actionFieldId'],
  ),
  v.forward(
    v.partialCheck(
      [['change'], ['goalIds']],
      ({ change, goalIds }) => change !== 'goals' || goalIds.length > 0,
      'missing.goals',
    ),
    ['goalIds'],
  ),
  v.forward(
    v.partialCheck(
      [['change'], ['targetGroupId']],
      ({ change, targetGroupId }) => change !== 'targetGroup' || targetGroupId !== null,
      'missing.targetGroup',
    ),
    ['targetGroupId'],
  ),
  v.forward(
    v.partialCheck(
      [['change'], ['areaIds']],
      ({ change, areaIds }) => change !== 'areas' || areaIds.length > 0,
      'missing.areas',
    ),
    ['areaIds'],
  ),
)

/** What the rights ask about a measure. */
export interface Place {
  actionFieldId: number | null
  leadOrgUnitId: number | null
  leadActorId: number | null
}

/** Where a measure would be after the change: in which field, and who would lead it. */
export const placeAfter = (place: Place, { change, lead: to, actionFieldId }: BulkForm): Place => ({
  ...place,
  ...(change === 'lead' && to),
  ...(change === 'actionField' && { actionFieldId }),
})
