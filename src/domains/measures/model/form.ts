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
import {
  courses,
  isMeasureNumber,
  measureKinds,
  measureStates,
  needsCourseReason,
  needsStateReason,
} from './measure.ts'

/** `amt-12` or `akteur-7`: exactly one unit or actor. */
export const lead = v.pipe(
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
  number: v.pipe(requiredText('missing.number', 20), v.check(isMeasureNumber, 'wrongNumber')),
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

const fields = v.object(entries)

/** The form of a measure. A draft needs number and title; what publishing needs is asked by the command. */
export const measureForm = withRules(fields)

/** The same for a measure that came with a number of another house's making: that one stays possible. */
export const measureFormKeeping = (stored: string) =>
  withRules(
    v.object({
      ...entries,
      number: v.pipe(
        requiredText('missing.number', 20),
        v.check((number) => number === stored || isMeasureNumber(number), 'wrongNumber'),
      ),
    }),
  )

function withRules(form: typeof fields) {
  return v.pipe(
    form,
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
}
export type MeasureForm = v.InferOutput<typeof measureForm>

export const editMeasureForm = v.object({ version: lockVersion })
