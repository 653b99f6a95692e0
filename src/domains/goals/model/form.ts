import * as v from 'valibot'
import { chosen, flag, ids, longText, optionalId, optionalText, requiredText } from '#platform/forms/fields.ts'
import {
  goalLevels,
  goalSources,
  relations,
  type GoalLevel,
  type GoalSource,
  type Relation,
  type Smart,
} from './goal.ts'

/** A LinkPicker that takes one thing sends a list all the same. */
const oneId = v.pipe(
  ids,
  v.maxLength(1, 'onlyOne'),
  v.transform(([id]) => id ?? null),
)

const stairStep = v.pipe(
  optionalId,
  v.check((step) => step === null || (step >= 1 && step <= 7), 'unknownChoice'),
)

/** The form of a goal. What publishing asks for, and whether the parent is higher, is asked by the commands. */
export const goalForm = v.pipe(
  v.object({
    level: chosen(goalLevels, 'missing.level'),
    source: chosen(goalSources, 'missing.source'),
    actionFieldId: optionalId,
    text: requiredText('missing.text', 500),
    leadIn: optionalText(300),
    parentId: oneId,
    relation: v.pipe(
      v.string(),
      v.transform((text) => text || 'DERIVED'),
      v.picklist(relations, 'unknownChoice'),
    ),
    budgetProductId: oneId,
    stairStep,
    specific: flag,
    accepted: flag,
    realistic: flag,
    smartNote: optionalText(1000),
    evidence: longText(4000),
    needIds: ids,
    topicIds: ids,
    indicatorIds: ids,
  }),
  v.forward(
    v.partialCheck(
      [['source'], ['budgetProductId']],
      ({ source, budgetProductId }) => source !== 'BUDGET' || budgetProductId !== null,
      'missing.budgetProductId',
    ),
    ['budgetProductId'],
  ),
  v.transform(({ specific, accepted, realistic, smartNote, relation, ...goal }): GoalForm => ({
    ...goal,
    relation: goal.parentId === null ? null : relation,
    smart: { specific, accepted, realistic, note: smartNote },
  })),
)

export interface GoalForm {
  level: GoalLevel
  source: GoalSource
  actionFieldId: number | null
  text: string
  leadIn: string | null
  parentId: number | null
  relation: Relation | null
  budgetProductId: number | null
  stairStep: number | null
  smart: Smart
  evidence: string | null
  needIds: number[]
  topicIds: number[]
  indicatorIds: number[]
}
