import assert from 'node:assert/strict'
import { checkForm } from '#platform/http/form.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import type { Office } from '#tests/office.ts'
import { recordObservation } from './commands/observations.ts'
import { createIndicator } from './commands/save.ts'
import { publishIndicator } from './commands/state.ts'
import { indicatorForm, type IndicatorForm } from './model/form.ts'
import { yearPeriod, type Observation } from './model/observation.ts'
import { texts } from './texts/index.ts'

export const typed = {
  code: 'B 3',
  title: 'Elterngespräche mit Sprachmittlung',
  unit: 'Gespräche',
  kind: 'COUNT',
  decimals: '0',
  direction: 'HIGHER',
  baselineValue: '231',
  baselineDate: '31.12.2023',
  targetValue: '600',
  targetDate: '31.12.2028',
  method: 'Jedes Gespräch mit Sprachmittlung',
  source: 'Integrationsbüro',
}

export const acting = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId: accountId || null,
})

export function formOf(values: Record<string, string | string[]> = {}): IndicatorForm {
  const form = checkForm({ ...typed, ...values }, indicatorForm, texts(speechOf('de')))
  assert.ok(form.ok, JSON.stringify(form))
  return form.value
}

export async function indicatorIn(office: Office, values: Record<string, string | string[]> = {}, isPublic = true) {
  const id = await createIndicator(office.db, acting(office), formOf(values))
  if (isPublic) await publishIndicator(office.db, acting(office), id, { needsApproval: false })
  return id
}

export const observationOf = (year: number, changes: Partial<Observation> = {}): Observation => ({
  areaId: null,
  ...yearPeriod(year),
  dimensions: {},
  ...{ value: null, numerator: null, denominator: null, sign: null },
  ...{ flags: [], note: null, source: null },
  ...changes,
})

export const valueIn = (office: Office, indicatorId: number, year: number, changes: Partial<Observation>) =>
  recordObservation(office.db, acting(office), indicatorId, observationOf(year, changes))

export async function areaIn(office: Office, name: string, level: 'MUNICIPALITY' | 'SOCIAL_SPACE' = 'MUNICIPALITY') {
  const { municipalityId } = office
  const { id } = await office.db
    .insertInto('area')
    .values({ municipalityId, level, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function goalIn(office: Office, text: string, isPublic = true) {
  const { db, municipalityId, planVersionId } = office
  const id = await newPlanItem(db, acting(office), 'goal')
  const publishedAt = isPublic ? new Date() : null
  await db
    .insertInto('goal')
    .values({ municipalityId, planVersionId, id, level: 'IMPACT_GOAL', text, publishedAt })
    .execute()
  return id
}
