import assert from 'node:assert/strict'
import { test } from 'node:test'
import { removeDueContacts } from '#domains/actors/index.ts'
import { removeWhatIsDue } from '#domains/site/index.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { retentionOf } from './model/legal/retention.ts'
import { filled, saveIn } from './testing.ts'

const settingsOf = async ({ db, municipalityId }: Office) =>
  (
    await db
      .selectFrom('municipality')
      .where('id', '=', municipalityId)
      .select('legalSettings')
      .executeTakeFirstOrThrow()
  ).legalSettings

test('the officer sees how long things are kept and what is usual, and changes it with history', async () => {
  await using office = await openOffice()
  const before = await office.get('einrichten/datenschutz')
  assert.match(before.text, /Wie lange etwas aufbewahrt wird[\s\S]*Üblich: 6 Monate. Möglich: 1 bis 36 Monate/)
  assert.match(before.text, /Üblich: 24 Monate[\s\S]*Üblich: 30 Tage/)

  const changes = { barrierReportMonths: '3', contactMonths: '12', previewLinkDays: '' }
  assert.equal((await saveIn(office, 'privacy', { ...filled.privacy, ...changes })).status, 303)
  assert.deepEqual(await settingsOf(office), { retention: { barrierReportMonths: 3, contactMonths: 12 } })
  assert.deepEqual(retentionOf(await settingsOf(office)), {
    barrierReportMonths: 3,
    contactMonths: 12,
    previewLinkDays: 30,
  })
  assert.match((await office.get('einrichten')).text, /Geändert: .*Gemeldete Barrieren nach der Antwort/)
  await office.as(null)
  const { text } = await office.get('datenschutz')
  assert.match(text, /3 Monate nach der Antwort/)
  assert.match(text, /ohne Bestätigung höchstens 12 Monate/)
})

test('a period beyond its limits is refused, and what was typed stays', async () => {
  await using office = await openOffice()
  for (const [field, value] of [
    ['barrierReportMonths', '37'],
    ['contactMonths', '5'],
    ['previewLinkDays', '0'],
    ['previewLinkDays', 'bald'],
  ] as const) {
    const { status, text } = await saveIn(office, 'privacy', { ...filled.privacy, [field]: value })
    assert.equal(status, 422)
    assert.match(text, new RegExp(`href="#${field}"`))
    assert.match(text, new RegExp(`value="${value}"`))
  }
  assert.deepEqual(await settingsOf(office), {})
})

test('periods and rules of the law stand in one place and leave each other alone', async () => {
  await using office = await openOffice()
  const { db } = office
  await db
    .updateTable('municipality')
    .set({ legalSettings: JSON.stringify({ checkedProcessings: ['barriers'] }) })
    .execute()
  office.services.municipalities.forget()
  await saveIn(office, 'privacy', { ...filled.privacy, barrierReportMonths: '3' })
  await saveIn(office, 'legal', { invitationDays: '10' })
  assert.deepEqual(await settingsOf(office), {
    checkedProcessings: ['barriers'],
    retention: { barrierReportMonths: 3 },
    invitationDays: 10,
  })
  await saveIn(office, 'legal', { invitationDays: '' })
  assert.deepEqual(await settingsOf(office), {
    checkedProcessings: ['barriers'],
    retention: { barrierReportMonths: 3 },
  })
})

test('the nightly job goes by what the municipality has set', async () => {
  await using office = await openOffice()
  const { db, municipalityId, services } = office
  const { id: actorId } = await db
    .insertInto('actor')
    .values({ municipalityId, name: 'Elternverein', types: ['VEREIN'] })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('actorContact')
    .values({ municipalityId, actorId, person: 'Vorstand', createdAt: new Date('2025-10-01') })
    .execute()
  await db
    .insertInto('previewLink')
    .values({ municipalityId, tokenHash: 'beendet', expiresAt: new Date('2026-11-15') })
    .execute()
  const contacts = () => removeDueContacts(db, municipalityId, '2026-11-24')
  assert.equal(await contacts(), 0)
  assert.deepEqual(await removeWhatIsDue(services), {})
  await saveIn(office, 'privacy', { ...filled.privacy, contactMonths: '12', previewLinkDays: '7' })
  assert.equal(await contacts(), 1)
  assert.deepEqual(await removeWhatIsDue(services), { 'preview-link': 1 })
})
