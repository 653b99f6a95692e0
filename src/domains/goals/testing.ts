import assert from 'node:assert/strict'
import { checkForm } from '#platform/http/form.ts'
import { newPlanItem, publishThing } from '#platform/things/lifecycle.ts'
import { speechOf } from '#platform/texts/texts.ts'
import type { Office } from '#tests/office.ts'
import { createGoal } from './commands/save.ts'
import { goalForm, type GoalForm } from './model/form.ts'
import { texts } from './texts/index.ts'

const say = texts(speechOf('de'))
export const text = 'Eltern verstehen, was die Kita schreibt'

/** What a browser would post for a goal. */
export const typed = (values: Record<string, string | string[]> = {}) => ({
  ...{ text, level: 'IMPACT_GOAL', source: 'PLAN' },
  ...values,
})

export function formOf(values: Record<string, string | string[]> = {}): GoalForm {
  const form = checkForm(typed(values), goalForm, say)
  assert.ok(form.ok, JSON.stringify(form))
  return form.value
}

export const acting = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId: accountId || null,
})

export async function goalIn(office: Office, values: Record<string, string | string[]> = {}, isPublic = true) {
  const id = await createGoal(office.db, acting(office), formOf(values))
  if (isPublic) await publishThing(office.db, acting(office), 'goal', id, { needsApproval: false })
  return id
}

/** A published indicator from 100 (2023) to 200 (2028), with a value for 2025 and one for a group. */
export async function indicatorIn(office: Office, code = 'B 1') {
  const { db, municipalityId, planVersionId } = office
  const id = await newPlanItem(db, acting(office), 'indicator')
  const goal = { baselineValue: 100, baselineDate: '2023-12-31', targetValue: 200, targetDate: '2028-12-31' }
  await db
    .insertInto('indicator')
    .values({
      municipalityId,
      planVersionId,
      id,
      code,
      title: 'Gespräche',
      unit: 'Gespräche',
      ...goal,
      publishedAt: new Date(),
    })
    .execute()
  const year = { periodFrom: '2025-01-01', periodTo: '2025-12-31' }
  await db
    .insertInto('observation')
    .values({ municipalityId, indicatorId: id, ...year, value: 137 })
    .execute()
  await db
    .insertInto('observation')
    .values({
      ...{ municipalityId, indicatorId: id, periodFrom: '2026-01-01', periodTo: '2026-06-30', value: 9 },
      dimensions: JSON.stringify({ gender: 'f' }),
    })
    .execute()
  return id
}

/** A published measure of these goals, with material expense per year in cents. */
export async function measureIn(office: Office, number: string, goalIds: number[], years: Record<number, number> = {}) {
  const { db, municipalityId, planVersionId } = office
  const id = await newPlanItem(db, acting(office), 'measure')
  await db
    .insertInto('measure')
    .values({
      ...{ municipalityId, planVersionId, id, number, title: `Maßnahme ${number}`, state: 'RUNNING' },
      publishedAt: new Date(),
    })
    .execute()
  for (const goalId of goalIds)
    await db.insertInto('measureGoal').values({ municipalityId, planVersionId, measureId: id, goalId }).execute()
  for (const [year, materialCents] of Object.entries(years))
    await db
      .insertInto('measureResource')
      .values({ municipalityId, planVersionId, measureId: id, year: Number(year), materialCents })
      .execute()
  return id
}
