import * as v from 'valibot'
import { flexDateIsBefore } from '#values/flex-date.ts'
import {
  chosen,
  flag,
  ids,
  lockVersion,
  longText,
  optionalFlexDate,
  optionalId,
  optionallyChosen,
  optionalText,
  optionalWhole,
  requiredText,
  requiredTitle,
} from '#platform/forms/fields.ts'
import { courses, measureKinds, measureStates, needsCourseReason, needsStateReason } from './measure.ts'

/** `amt-12` or `akteur-7`: exactly one unit or actor. */
const lead = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^((amt|akteur)-\d{1,15})?$/, 'unknownChoice'),
  v.transform((text) => {
    const [kind, id] = text.split('-')
    return {
      leadOrgUnitId: kind === 'amt' ? Number(id) : null,
      leadActorId: kind === 'akteur' ? Number(id) : null,
    }
  }),
)

const entries = {
  number: v.pipe(requiredText('missing.number', 20), v.regex(/^[0-9A-Za-z]+(\.[0-9A-Za-z]+)*$/, 'wrongNumber')),
  title: requiredTitle('missing.title'),
  description: longText(),
  actionFieldId: optionalId,
  kind: optionallyChosen(measureKinds),
  isFlagship: flag,
  isQuickWin: flag,
  lead,
  partnerIds: ids,
  partnerUnitIds: ids,
  goalIds: ids,
  targetGroupIds: ids,
  topicIds: ids,
  areaIds: ids,
  indicatorIds: ids,
  periodFrom: optionalFlexDate,
  periodTo: optionalFlexDate,
  isPermanent: flag,
  state: chosen(measureStates, 'unknownChoice'),
  stateReason: optionalText(1000),
  progress: v.pipe(
    optionalWhole(0, 100),
    v.check((value) => value === null || value % 5 === 0, 'notAStep'),
  ),
  course: chosen(courses, 'unknownChoice'),
  courseReason: optionalText(1000),
  courseReleased: flag,
  inputs: optionalText(1000),
  activities: optionalText(1000),
  outputs: optionalText(1000),
  outcomes: optionalText(1000),
  impact: optionalText(1000),
  internalNote: optionalText(4000),
}

/** The form of a measure. A draft needs number and title; what publishing needs is asked by the command. */
export const measureForm = v.pipe(
  v.object(entries),
  v.forward(
    v.partialCheck(
      [['periodFrom'], ['periodTo']],
      ({ periodFrom, periodTo }) => !periodFrom || !periodTo || !flexDateIsBefore(periodTo, periodFrom),
      'endBeforeStart',
    ),
    ['periodTo'],
  ),
  v.forward(
    v.partialCheck(
      [['state'], ['stateReason']],
      ({ state, stateReason }) => !needsStateReason(state) || stateReason !== null,
      'missing.stateReason',
    ),
    ['stateReason'],
  ),
  v.forward(
    v.partialCheck(
      [['course'], ['courseReason']],
      ({ course, courseReason }) => !needsCourseReason(course) || courseReason !== null,
      'missing.courseReason',
    ),
    ['courseReason'],
  ),
)
export type MeasureForm = v.InferOutput<typeof measureForm>

export const editMeasureForm = v.object({ version: lockVersion })

export const bulkChanges = ['state', 'lead', 'start', 'end'] as const

/** One posted change of state, lead or a year of the period, for several measures. */
export const bulkForm = v.pipe(
  v.object({
    id: v.pipe(ids, v.minLength(1, 'missing.chosen'), v.maxLength(100, 'tooMany')),
    change: chosen(bulkChanges, 'missing.change'),
    state: optionallyChosen(measureStates),
    stateReason: optionalText(1000),
    lead,
    year: optionalWhole(1990, 2100),
  }),
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
      ({ change, lead: { leadOrgUnitId, leadActorId } }) =>
        change !== 'lead' || leadOrgUnitId !== null || leadActorId !== null,
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
)
export type BulkForm = v.InferOutput<typeof bulkForm>
