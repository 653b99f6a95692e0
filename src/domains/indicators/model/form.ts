import * as v from 'valibot'
import {
  chosen,
  ids,
  lockVersion,
  longText,
  optionalDate,
  optionalId,
  optionalNumber,
  optionalText,
  optionalWhole,
  requiredText,
  requiredTitle,
} from '#platform/forms/fields.ts'
import { contradictsDirection, directions, indicatorKinds } from './indicator.ts'

const entries = {
  code: requiredText('missing.code', 20),
  title: requiredTitle('missing.title'),
  actionFieldId: optionalId,
  unit: v.pipe(
    optionalText(60),
    v.transform((text) => text ?? ''),
  ),
  kind: chosen(indicatorKinds, 'missing.kind'),
  decimals: v.pipe(
    optionalWhole(0, 6),
    v.transform((decimals) => decimals ?? 0),
  ),
  direction: chosen(directions, 'missing.direction'),
  baselineValue: optionalNumber,
  baselineDate: optionalDate,
  targetValue: optionalNumber,
  targetDate: optionalDate,
  tolerance: optionalNumber,
  method: longText(),
  limits: longText(),
  source: optionalText(500),
  licence: optionalText(200),
  goalIds: ids,
  measureIds: ids,
}

/** The form of an indicator. A draft needs code and title; what publishing needs is asked by the command. */
export const indicatorForm = v.pipe(
  v.object(entries),
  v.forward(
    v.partialCheck(
      [['direction'], ['baselineValue'], ['targetValue']],
      (aim) => !contradictsDirection(aim),
      'contradictsDirection',
    ),
    ['targetValue'],
  ),
  v.forward(
    v.partialCheck(
      [['direction'], ['baselineValue'], ['targetValue']],
      ({ direction, baselineValue, targetValue }) =>
        direction === 'HOLD' || baselineValue === null || baselineValue !== targetValue,
      'sameValues',
    ),
    ['targetValue'],
  ),
  v.forward(
    v.partialCheck(
      [['baselineDate'], ['targetDate']],
      ({ baselineDate, targetDate }) => baselineDate === null || targetDate === null || targetDate > baselineDate,
      'targetBeforeBaseline',
    ),
    ['targetDate'],
  ),
  v.forward(
    v.partialCheck(
      [['baselineValue'], ['baselineDate']],
      ({ baselineValue, baselineDate }) => baselineDate === null || baselineValue !== null,
      'missing.baselineValue',
    ),
    ['baselineValue'],
  ),
  v.forward(
    v.partialCheck([['tolerance']], ({ tolerance }) => tolerance === null || tolerance >= 0, 'negativeTolerance'),
    ['tolerance'],
  ),
)
export type IndicatorForm = v.InferOutput<typeof indicatorForm>

const share = v.pipe(
  optionalWhole(0, 100),
  v.check((value) => value !== null, 'missing.share'),
  v.transform((value) => (value ?? 0) / 100),
)
/** When a number counts as on its way: percent points behind the planned path. */
export const settingForm = v.pipe(
  v.object({ greenWithin: share, yellowWithin: share }),
  v.forward(
    v.partialCheck(
      [['greenWithin'], ['yellowWithin']],
      ({ greenWithin, yellowWithin }) => greenWithin <= yellowWithin,
      'yellowBeforeGreen',
    ),
    ['yellowWithin'],
  ),
)
export type SettingForm = v.InferOutput<typeof settingForm>

/** The version that a form was made from. */
export const lockForm = v.object({ version: lockVersion })
