import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Office } from '#tests/office.ts'
import { openOffice } from '#tests/office.ts'
import { completeIn, formOf, goalIn, needIn, source, targetGroupIn } from './testing.ts'

/** Two public needs about the same, each with its own source, target group and goal. */
async function twoNeeds(office: Office) {
  const goal = await goalIn(office)
  const form = await completeIn(office)
  const into = await needIn(office, form)
  const group = await targetGroupIn(office, 'Großeltern')
  const text = 'Workshop in der Kita Regenbogen'
  const from = await needIn(
    office,
    formOf(
      {
        ...{ statement: 'Briefe der Kita sind schwer', actionFieldId: String(form.actionFieldId) },
        ...{ targetGroupIds: [String(group)], goalIds: [String(goal)], state: 'ADOPTED' },
      },
      [{ ...source, text }],
    ),
  )
  return { into, from }
}
const merge = (office: Office, into: number, ids: number[]) =>
  office.post('bedarfe/zusammenfuehren', { ids: ids.map(String), into: String(into) })

test('merging keeps every source and link, and the old address leads to the new one', async () => {
  await using office = await openOffice()
  const { into, from } = await twoNeeds(office)
  const merged = await merge(office, into, [into, from])
  assert.equal(merged.status, 303)

  await office.as(null)
  const moved = await office.get(`bedarfe/${from}`)
  assert.equal(moved.status, 308)
  assert.equal(moved.location, `/${office.slug}/bedarfe/${into}`)
  const { text } = await office.get(`bedarfe/${into}`)
  for (const kept of [
    'Umfrage 2024, Frage 6',
    'Workshop in der Kita Regenbogen',
    'Großeltern',
    'was die Kita schreibt',
  ])
    assert.ok(text.includes(kept), kept)
  assert.match(text, /kam mit: Briefe der Kita sind schwer/)
  assert.doesNotMatch((await office.get('bedarfe')).text, /Briefe der Kita sind schwer/)
})

test('staff are led to the new need, too', async () => {
  await using office = await openOffice()
  const { into, from } = await twoNeeds(office)
  await merge(office, into, [into, from])
  assert.equal((await office.get(`bedarfe/${from}`)).status, 308)
  assert.doesNotMatch((await office.get('bedarfe')).text, /Briefe der Kita sind schwer/)
})

test('a merge can be undone as long as nothing else changed', async () => {
  await using office = await openOffice()
  const { into, from } = await twoNeeds(office)
  await merge(office, into, [into, from])
  assert.match((await office.get(`bedarfe/${into}`)).text, /Zusammenführung rückgängig/)
  await office.post(`bedarfe/${into}/trennen`, {})

  await office.as(null)
  const first = (await office.get(`bedarfe/${into}`)).text
  assert.doesNotMatch(first, /Regenbogen|Großeltern|was die Kita schreibt/)
  assert.match(first, /Umfrage 2024/)
  const second = await office.get(`bedarfe/${from}`)
  assert.equal(second.status, 200)
  assert.match(second.text, /Regenbogen/)
  assert.match(second.text, /Großeltern/)
  assert.match(second.text, /aufgenommen/)
  assert.match(second.text, /was die Kita schreibt/)
})

test('after another change a merge stays', async () => {
  await using office = await openOffice()
  const { into, from } = await twoNeeds(office)
  await merge(office, into, [into, from])
  await office.post(`bedarfe/${into}/ablehnen`, { rejectionReason: 'Dafür ist das Land zuständig.' })
  assert.doesNotMatch((await office.get(`bedarfe/${into}`)).text, /Zusammenführung rückgängig/)
  const refused = await office.post(`bedarfe/${into}/trennen`, {})
  assert.match(decodeURIComponent(refused.headers.get('set-cookie') ?? ''), /nicht mehr rückgängig/)
  assert.equal((await office.get(`bedarfe/${from}`)).status, 308)
})

test('a source that came a long way remembers where it began, and finds back', async () => {
  await using office = await openOffice()
  const { into, from } = await twoNeeds(office)
  const last = await needIn(
    office,
    formOf({ statement: 'Post der Schule ist schwer' }, [{ ...source, text: 'Dritte' }]),
  )
  await merge(office, into, [into, from])
  await merge(office, last, [last, into])
  const rows = await office.db
    .selectFrom('needSource')
    .where('needId', '=', last)
    .select(['text', 'mergedFromId'])
    .orderBy('text')
    .execute()
  assert.deepEqual(rows, [
    { text: 'Dritte', mergedFromId: null },
    { text: 'Umfrage 2024, Frage 6', mergedFromId: into },
    { text: 'Workshop in der Kita Regenbogen', mergedFromId: from },
  ])
  await office.post(`bedarfe/${last}/trennen`, {})
  const back = await office.db.selectFrom('needSource').where('needId', '=', into).select('mergedFromId').execute()
  assert.deepEqual(back.map(({ mergedFromId }) => mergedFromId).toSorted(), [from, null].toSorted())
})

test('merging needs two, one that stays, and nothing public may disappear', async () => {
  await using office = await openOffice()
  const { into, from } = await twoNeeds(office)
  const draft = await needIn(office, formOf({ statement: 'Nur ein Entwurf' }), false)
  const one = await merge(office, into, [into])
  assert.equal(one.status, 422)
  assert.match(one.text, /mindestens zwei/)
  assert.match((await merge(office, 999, [into, from])).text, /welcher der ausgewählten/)
  assert.match((await merge(office, draft, [draft, from])).text, /nicht in einem Entwurf aufgehen/)
  assert.equal((await office.get(`bedarfe/${from}`)).status, 200)
})

test('choosing one need for merging suggests those that sound alike', async () => {
  await using office = await openOffice()
  const { into } = await twoNeeds(office)
  await needIn(office, formOf({ statement: 'Wohnungen sind knapp' }))
  const { status, text } = await office.get(`bedarfe/zusammenfuehren?id=${into}`)
  assert.equal(status, 200)
  assert.match(text, /Briefe der Kita sind schwer/)
  assert.doesNotMatch(text, /Wohnungen sind knapp/)
})

test('somebody who may not edit needs cannot merge them', async () => {
  await using office = await openOffice()
  const { into, from } = await twoNeeds(office)
  await office.as('reader')
  assert.equal((await merge(office, into, [into, from])).status, 403)
})

test('removing a need takes what was merged into it along', async () => {
  await using office = await openOffice()
  const { into, from } = await twoNeeds(office)
  await merge(office, into, [into, from])
  const { version } = await office.db
    .selectFrom('need')
    .where('id', '=', into)
    .select('version')
    .executeTakeFirstOrThrow()
  assert.equal((await office.post(`bedarfe/${into}/loeschen`, { version: String(version) })).status, 303)
  assert.equal((await office.get(`bedarfe/${into}`)).status, 410)
  assert.notEqual((await office.get(`bedarfe/${from}`)).status, 200)
})
