import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openOffice, type Office } from '#tests/office.ts'
import { filled, saveIn } from './testing.ts'

const rowOf = ({ db, municipalityId }: Office) =>
  db.selectFrom('municipality').where('id', '=', municipalityId).selectAll().executeTakeFirstOrThrow()

const lastEntry = ({ db }: Office) =>
  db
    .selectFrom('auditEntry')
    .where('thingKind', '=', 'municipality')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirst()

const addHead = ({ db, municipalityId }: Office, endsOn: string | null = null) =>
  db
    .insertInto('membership')
    .values({ municipalityId, accountId: randomUUID(), roles: ['department-head'], endsOn })
    .execute()

test('a step counts when somebody has saved it, also without changing anything', async () => {
  await using office = await openOffice()
  await saveIn(office, 'rules', {})
  assert.deepEqual((await lastEntry(office))?.act, 'confirmed')
  const { text } = await office.get('einrichten')
  assert.match(text, /1 von 11 Schritten/)
  assert.match(text, /Bestätigt: Regeln/)
  await saveIn(office, 'imprint', { responsible: 'Integrationsbüro' })
  assert.match((await office.get('einrichten')).text, /1 von 11 Schritten/, 'saved, but something is still missing')
})

test('approval is asked for only where somebody can give it', async () => {
  await using office = await openOffice()
  const { text: page } = await office.get('einrichten/regeln')
  assert.match(page, /Noch hat niemand die Rolle Amts- oder Dezernatsleitung/)
  assert.match(page, /personen\/einladen/)
  const refused = await saveIn(office, 'rules', { approvalRequired: 'on' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /href="#approvalRequired"/)
  assert.equal((await rowOf(office)).approvalRequired, false)
  await addHead(office, '2020-12-31')
  assert.equal((await saveIn(office, 'rules', { approvalRequired: 'on' })).status, 422, 'the post has ended')
  await addHead(office)
  assert.doesNotMatch((await office.get('einrichten/regeln')).text, /Noch hat niemand/)
  assert.equal((await saveIn(office, 'rules', { approvalRequired: 'on' })).status, 303)
})

test('languages that nobody can read here say so, and what is missing does not count them', async () => {
  await using office = await openOffice({ languages: ['de', 'tr'] })
  const { text } = await office.get('einrichten/sprachen')
  assert.equal([...text.matchAll(/auf diesen Seiten nicht zu lesen/g)].length, 2)
  assert.equal([...text.matchAll(/steht auf der Seite jedes Eintrags, unter/g)].length, 2)
  assert.match((await office.get('oeffnen')).text, /eine weitere Sprache/)
  assert.doesNotMatch((await office.get('plan/was-fehlt')).text, /Türk/)
})

test('who says that the pages are partly accessible is told what to write, not to claim more', async () => {
  await using office = await openOffice()
  const { text } = await saveIn(office, 'accessibility', { ...filled.accessibility, conformance: 'partly' })
  assert.match(text, /nötig bei „Teilweise“/)
  assert.match(text, /Schreiben Sie je Inhalt eine Zeile/)
  assert.doesNotMatch(text, /Sonst wählen Sie „Vollständig“/)
})
