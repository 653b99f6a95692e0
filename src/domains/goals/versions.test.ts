import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeIn, needIn } from '#domains/needs/testing.ts'
import { hashOf } from '#values/local-text.ts'
import { openOffice } from '#tests/office.ts'
import { goalIn, text } from './testing.ts'

test('an older version of the plan is read as it was, and nothing can be changed there', async () => {
  await using office = await openOffice()
  const { db, municipalityId, planVersionId } = office
  const id = await goalIn(office, { level: 'SUB_GOAL' })
  const { planId } = await db.selectFrom('planVersion').select('planId').executeTakeFirstOrThrow()
  await db.updateTable('planVersion').set({ state: 'SUPERSEDED' }).execute()
  const newer = { municipalityId, planId, number: 2, title: 'Teilhabeplan 2', state: 'IN_FORCE' as const }
  const { id: newest } = await db
    .insertInto('planVersion')
    .values({ ...newer, predecessorId: planVersionId, publishedAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('goal')
    .values({
      ...{ municipalityId, planVersionId: newest, id, level: 'SUB_GOAL', text: 'Neu gefasst ist besser' },
      publishedAt: new Date(),
    })
    .execute()

  assert.match((await office.get(`ziele/${id}`)).text, /Neu gefasst ist besser[\s\S]*bearbeiten"/)
  const old = await office.get(`ziele/${id}?fassung=1`)
  assert.equal(old.status, 200)
  assert.match(old.text, new RegExp(text))
  assert.doesNotMatch(old.text, /Neu gefasst|bearbeiten"/)
  assert.match((await office.get('ziele?fassung=1')).text, new RegExp(text))
  assert.equal((await office.get(`ziele/${id}/bearbeiten?fassung=1`)).status, 403)
})

test('goals and needs are read in English and Arabic, and what is missing stays German and says so', async () => {
  await using office = await openOffice({ role: null })
  const { db, municipalityId, planVersionId } = office
  const form = await completeIn(office)
  const needId = await needIn(office, form)
  const goalId = await goalIn(office, { needIds: [String(needId)] })
  await db
    .insertInto('translation')
    .values({
      ...{ municipalityId, planVersionId, thingKind: 'goal', thingId: goalId, field: 'text', language: 'en' },
      ...{ text: 'Parents understand the letters', sourceHash: hashOf(text) },
    })
    .execute()
  const english = (await office.get(`ziele/${goalId}?sprache=en`)).text
  assert.match(english, /<h1[^>]*>Parents understand the letters/)
  assert.match(english, /Impact goal/)
  assert.match(english, /<span lang="de" dir="ltr">Eltern verstehen die Briefe der Kita nicht/)
  const arabic = (await office.get(`bedarfe/${needId}?sprache=ar`)).text
  assert.match(arabic, /dir="rtl"/)
  assert.match(arabic, /من أين نعرف ذلك/)
})
