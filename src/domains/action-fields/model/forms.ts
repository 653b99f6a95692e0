import * as v from 'valibot'
import {
  longText,
  optionalDate,
  optionalId,
  optionalText,
  optionalWhole,
  requiredText,
  requiredTitle,
} from '#platform/forms/fields.ts'

/** The three ways in which a plan is ordered. The same name as field and as topic is two records. */
export type OrderKind = 'action-field' | 'cross-cutting-topic' | 'target-group'

export const fieldForm = v.object({
  code: v.pipe(requiredText('missing.code', 10), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u, 'wrongCode')),
  title: requiredTitle('missing.title'),
  description: longText(),
})
export type FieldForm = v.InferOutput<typeof fieldForm>

export const topicForm = v.object({ title: requiredTitle('missing.title'), description: longText() })
export type TopicForm = v.InferOutput<typeof topicForm>

/** An estimated size is only worth something with its source and its date. */
export const targetGroupForm = v.pipe(
  v.object({
    title: requiredTitle('missing.title'),
    description: longText(),
    parentId: optionalId,
    sizeValue: optionalWhole(0, 1_000_000_000),
    sizeSource: optionalText(300),
    sizeDate: optionalDate,
  }),
  v.forward(
    v.partialCheck(
      [['sizeValue'], ['sizeSource']],
      ({ sizeValue, sizeSource }) => sizeValue === null || sizeSource !== null,
      'missing.sizeSource',
    ),
    ['sizeSource'],
  ),
  v.forward(
    v.partialCheck(
      [['sizeValue'], ['sizeDate']],
      ({ sizeValue, sizeDate }) => sizeValue === null || sizeDate !== null,
      'missing.sizeDate',
    ),
    ['sizeDate'],
  ),
)
export type TargetGroupForm = v.InferOutput<typeof targetGroupForm>

/** A group must not stand below itself: `parents` leads from each group to the one above it. */
export function makesCircle(id: number, parentId: number | null, parents: ReadonlyMap<number, number | null>): boolean {
  const seen = new Set<number>()
  for (let above = parentId; above !== null; above = parents.get(above) ?? null) {
    if (above === id || seen.has(above)) return true
    seen.add(above)
  }
  return false
}
