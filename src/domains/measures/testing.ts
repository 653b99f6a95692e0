import assert from 'node:assert/strict'
import { checkForm } from '#platform/http/form.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { newPlanItem, publishThing } from '#platform/things/lifecycle.ts'
import type { Office } from '#tests/office.ts'
import { createMeasure } from './commands/save.ts'
import { measureForm, type MeasureForm } from './model/form.ts'
import { texts } from './texts/index.ts'

const say = texts(speechOf('de'))
export const typed = { number: '1.1', title: 'Sprachcafé im Süden', state: 'RUNNING', course: 'GREEN' }

export function formOf(values: Record<string, string | string[]> = {}): MeasureForm {
  const form = checkForm({ ...typed, ...values }, measureForm, say)
  assert.ok(form.ok, JSON.stringify(form))
  return form.value
}
export const acting = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId: accountId || null,
})

export async function measureIn(office: Office, values: Record<string, string | string[]> = {}, isPublic = true) {
  const id = await createMeasure(office.db, acting(office), formOf(values))
  if (isPublic) await publishThing(office.db, acting(office), 'measure', id, { needsApproval: false })
  return id
}

export async function fieldIn(office: Office, title: string, code = '1') {
  const { db, municipalityId, planVersionId } = office
  const id = await newPlanItem(db, acting(office), 'action-field')
  await db
    .insertInto('actionField')
    .values({ municipalityId, planVersionId, id, code, title, publishedAt: new Date() })
    .execute()
  return id
}

export async function completeIn(office: Office) {
  const { db, municipalityId, planVersionId } = office
  const actionFieldId = await fieldIn(office, 'Sprache, Bildung')
  const goalId = await newPlanItem(db, acting(office), 'goal')
  await db
    .insertInto('goal')
    .values({ municipalityId, planVersionId, id: goalId, level: 'IMPACT_GOAL', text: 'Alle sprechen Deutsch' })
    .execute()
  const { id: unitId } = await db
    .insertInto('orgUnit')
    .values({ municipalityId, levelName: 'Amt', name: 'Sozialamt' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    ...{ description: 'Treffen am Abend', actionFieldId: String(actionFieldId), kind: 'PROJECT' },
    ...{ goalIds: [String(goalId)], lead: `amt-${unitId}`, periodFrom: 'März 2025' },
  }
}
