import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { isMeasureNumber, numberOrder } from './model/measure.ts'
import { completeIn, measureIn, typed } from './testing.ts'

test('kind, field, goals, target group and areas of many measures at once, each with its own history', async () => {
  await using office = await openOffice()
  const { db, municipalityId, planVersionId } = office
  const { actionFieldId, goalIds } = await completeIn(office)
  const [goalId = ''] = goalIds
  const { id: groupId } = await db
    .insertInto('planItem')
    .values({ municipalityId, kind: 'target-group' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('targetGroup')
    .values({ municipalityId, planVersionId, id: groupId, title: 'Frauen', publishedAt: new Date() })
    .execute()
  const one = await measureIn(office, { goalIds: [goalId] })
  const other = await measureIn(office, { number: '1.2' })
  const id = [String(one), String(other)]
  const change = (values: Record<string, string | string[]>) => office.post('massnahmen/auswahl', { id, ...values })
  for (const values of [
    { change: 'kind', kind: 'EVENT' },
    { change: 'actionField', actionFieldId },
    { change: 'goals', goalIds: [goalId] },
    { change: 'targetGroup', targetGroupId: String(groupId) },
  ] as Record<string, string | string[]>[]) {
    const page = await change(values)
    assert.equal(page.status, 303, page.text.slice(0, 500))
  }
  const rows = await db.selectFrom('measure').select(['kind', 'actionFieldId']).execute()
  assert.deepEqual(rows, [
    { kind: 'EVENT', actionFieldId: Number(actionFieldId) },
    { kind: 'EVENT', actionFieldId: Number(actionFieldId) },
  ])
  const changedOf = async (thingId: number) => {
    const entries = await db
      .selectFrom('auditEntry')
      .where('thingId', '=', thingId)
      .where('act', '=', 'changed')
      .select('changes')
      .orderBy('id')
      .execute()
    return entries.flatMap(({ changes }) => Object.keys(changes as object))
  }
  assert.deepEqual(await changedOf(one), ['kind', 'actionFieldId', 'targetGroupIds'], 'the goal was there already')
  assert.deepEqual(await changedOf(other), ['kind', 'actionFieldId', 'goalIds', 'targetGroupIds'])
})

test('a bulk change finds goals without JavaScript, keeps what was typed, and takes nothing of another plan', async () => {
  await using office = await openOffice()
  await completeIn(office)
  const id = String(await measureIn(office))
  const typedSoFar = { id, change: 'goals', year: '2031', goalIdsSearch: 'Deutsch', _search: 'goalIds' }
  const found = await office.post('massnahmen/auswahl', typedSoFar)
  assert.equal(found.status, 200)
  assert.match(found.text, /Alle sprechen Deutsch/)
  assert.match(found.text, /value="2031"/)
  assert.match(found.text, new RegExp(`name="id" value="${id}" checked`))
  const empty = await office.post('massnahmen/auswahl', { id, change: 'areas' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /href="#areaIds"/)
  for (const values of [
    { change: 'goals', goalIds: '99999' },
    { change: 'actionField', actionFieldId: '99999' },
  ]) {
    assert.equal((await office.post('massnahmen/auswahl', { id, ...values })).status, 404, JSON.stringify(values))
  }
  const entries = await office.db.selectFrom('auditEntry').where('act', '=', 'changed').select('id').execute()
  assert.deepEqual(entries, [])
})

test('a number is that of the field and a running one; what came from elsewhere stays possible', async () => {
  for (const number of ['2.14', '2.14.3', '2.14a', 'M 3', 'IV.1', 'A.2', '7'])
    assert.equal(isMeasureNumber(number), true, number)
  for (const number of ['abc', 'zwei!', '2..1', '.2', '2.', 'Maßnahme 2', '2.14ab'])
    assert.equal(isMeasureNumber(number), false, number)
  assert.deepEqual([numberOrder('2.14a'), numberOrder('M 3'), numberOrder('III.2')], [[2, 14], [3], [0, 2]])
  await using office = await openOffice()
  const refused = await office.post('massnahmen', { ...typed, number: 'abc' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /href="#number">Die Nummer besteht aus Ziffern mit Punkten/)
  const id = await measureIn(office, {}, false)
  await office.db.updateTable('measure').set({ number: 'X-Y' }).where('id', '=', id).execute()
  const kept = await office.post(`massnahmen/${id}/bearbeiten`, { ...typed, number: 'X-Y', title: 'Neu', version: '1' })
  assert.equal(kept.status, 303)
})

test('who may edit only what they lead changes that and gives nothing away by a bulk change', async () => {
  await using office = await openOffice()
  const { db, municipalityId } = office
  const { lead } = await completeIn(office)
  const { id: otherUnit } = await db
    .insertInto('orgUnit')
    .values({ municipalityId, levelName: 'Amt', name: 'Jugendamt' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const id = String(await measureIn(office, { lead }))
  await office.as('officer', { onlyLed: true, orgUnitId: Number(lead.slice(4)) })
  const away = await office.post('massnahmen/auswahl', { id, change: 'lead', lead: `amt-${otherUnit}` })
  assert.equal(away.status, 403)
  assert.equal((await office.post('massnahmen/auswahl', { id, change: 'kind', kind: 'EVENT' })).status, 303)
})
