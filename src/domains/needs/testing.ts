import assert from 'node:assert/strict'
import { createField, createTargetGroup, createTopic } from '#domains/action-fields/index.ts'
import { checkForm } from '#platform/http/form.ts'
import { newPlanItem, publishThing } from '#platform/things/lifecycle.ts'
import { speechOf } from '#platform/texts/texts.ts'
import type { Office } from '#tests/office.ts'
import { createNeed } from './commands/save.ts'
import { needForm, type NeedForm, type SourceForm } from './model/form.ts'
import { texts } from './texts/index.ts'

const say = texts(speechOf('de'))
export const statement = 'Eltern verstehen die Briefe der Kita nicht'
export const source: SourceForm = { id: null, kind: 'SURVEY', text: 'Umfrage 2024, Frage 6', date: null }

export function formOf(values: Record<string, string | string[]> = {}, sources: SourceForm[] = []): NeedForm {
  const form = checkForm({ statement, ...values }, needForm, say)
  assert.ok(form.ok, JSON.stringify(form))
  return { ...form.value, sources }
}

export const acting = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId: accountId || null,
})

const published = async (office: Office, kind: 'action-field' | 'cross-cutting-topic' | 'target-group', id: number) => {
  await publishThing(office.db, acting(office), kind, id, { needsApproval: false })
  return id
}
export const fieldIn = async (office: Office, title = 'Sprache, Bildung', code = '1') =>
  published(office, 'action-field', await createField(office.db, acting(office), { code, title, description: null }))
export const topicIn = async (office: Office, title = 'Teilhabe') =>
  published(office, 'cross-cutting-topic', await createTopic(office.db, acting(office), { title, description: null }))
export const targetGroupIn = async (office: Office, title = 'Familien') => {
  const size = { parentId: null, sizeValue: null, sizeSource: null, sizeDate: null }
  return published(
    office,
    'target-group',
    await createTargetGroup(office.db, acting(office), { title, description: null, ...size }),
  )
}

/** A published goal, as short as the table allows. */
export async function goalIn(office: Office, text = 'Eltern verstehen, was die Kita schreibt') {
  const { db, municipalityId, planVersionId } = office
  const id = await newPlanItem(db, acting(office), 'goal')
  await db
    .insertInto('goal')
    .values({ municipalityId, planVersionId, id, level: 'IMPACT_GOAL', text, publishedAt: new Date() })
    .execute()
  return id
}

/** Everything that a need must have to be published. */
export async function completeIn(office: Office, values: Record<string, string | string[]> = {}) {
  const actionFieldId = await fieldIn(office)
  const targetGroupId = await targetGroupIn(office)
  return formOf({ actionFieldId: String(actionFieldId), targetGroupIds: [String(targetGroupId)], ...values }, [source])
}

export async function needIn(office: Office, form: NeedForm, isPublic = true) {
  const id = await createNeed(office.db, acting(office), form)
  if (isPublic) await publishThing(office.db, acting(office), 'need', id, { needsApproval: false })
  return id
}

/** The fields that a browser would post for a form. */
export const posted = (form: NeedForm, more: Record<string, string | string[]> = {}) => ({
  statement: form.statement,
  description: form.description ?? '',
  actionFieldId: String(form.actionFieldId ?? ''),
  priority: String(form.priority ?? ''),
  state: form.state,
  rejectionReason: form.rejectionReason ?? '',
  targetGroupIds: form.targetGroupIds.map(String),
  topicIds: form.topicIds.map(String),
  goalIds: form.goalIds.map(String),
  ...Object.fromEntries(
    form.sources.flatMap(({ id, kind, text }, place) => [
      [`sources.${place}.id`, String(id ?? '')],
      [`sources.${place}.kind`, kind],
      [`sources.${place}.text`, text],
      [`sources.${place}.date`, ''],
    ]),
  ),
  ...more,
})
