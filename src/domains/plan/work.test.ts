import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { hashOf } from '#values/local-text.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { fillPlan } from './testing.ts'

const draft = (office: Office, ids: readonly number[]) =>
  office.db.updateTable('measure').set({ publishedAt: null }).where('id', 'in', ids).execute()

/** A measure that lacks nothing that publishing asks for. */
async function complete(office: Office, id: number) {
  const { municipalityId } = office
  const unit = await office.db
    .insertInto('orgUnit')
    .values({ municipalityId, levelName: 'Amt', name: `Amt ${id}` })
    .returning('id')
    .executeTakeFirstOrThrow()
  await office.db
    .updateTable('measure')
    .set({ description: 'Was getan wird.', kind: 'PROJECT', isPermanent: true, leadOrgUnitId: unit.id })
    .where('id', '=', id)
    .execute()
}
const published = async (office: Office, id: number) => {
  const row = await office.db
    .selectFrom('measure')
    .where('id', '=', id)
    .select(['publishedAt', 'submittedAt'])
    .executeTakeFirstOrThrow()
  return row.publishedAt ? 'published' : row.submittedAt ? 'submitted' : 'draft'
}

test('what is missing is listed by group, counted, and leads to the place where it is filled', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { measures, needs } = await fillPlan(office, 2)
  await complete(office, measures[0] ?? 0)
  const { status, text } = await office.get('plan/was-fehlt?sprache=de')
  assert.equal(status, 200)
  assert.match(text, /<a href="#measure">Maßnahmen<\/a>.*?1 von 2 vollständig/)
  assert.ok(text.includes(`/massnahmen/${measures[1]}/bearbeiten?sprache=de#lead`))
  assert.ok(!text.includes(`/massnahmen/${measures[0]}/bearbeiten`))
  assert.ok(text.includes(`/bedarfe/${needs[0]}/bearbeiten?sprache=de#sources`))
  assert.match(text, /Ohne Schritte/)
})

test('a red course that is not released waits for a decision; a released one does not', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { measures } = await fillPlan(office, 1)
  await office.db.updateTable('measure').set({ course: 'RED' }).execute()
  assert.match((await office.get('plan/was-fehlt?sprache=de')).text, /Verlauf rot und nicht freigegeben/)
  await office.db
    .updateTable('measure')
    .set({ courseReleased: true })
    .where('id', '=', measures[0] ?? 0)
    .execute()
  assert.doesNotMatch((await office.get('plan/was-fehlt?sprache=de')).text, /Verlauf rot/)
})

test('public texts that were never translated, or changed since, are told per language', async () => {
  await using office = await openOffice({ role: 'officer', languages: ['de', 'en'] })
  const { goals } = await fillPlan(office, 2)
  const { municipalityId } = office
  const english = (thingId: number, german: string) => ({
    ...{ municipalityId, thingKind: 'goal', thingId, field: 'text', language: 'en', text: 'Goal' },
    sourceHash: hashOf(german),
  })
  await office.db
    .insertInto('translation')
    .values([english(goals[0] ?? 0, 'Ziel 1 ist erreicht'), english(goals[1] ?? 0, 'Ein älterer Text')])
    .execute()
  const { text } = await office.get('plan/was-fehlt?sprache=de')
  assert.match(text, /Texte auf English/)
  assert.doesNotMatch(text, /Texte auf العربية/)
  const stale = text.slice(text.indexOf('Veraltet'))
  assert.ok(stale.includes('Ziel 2 ist erreicht') && !stale.includes('Ziel 1 ist erreicht'))
})

test('completeness is for those who edit the plan, drafts for those who see them', async () => {
  await using office = await openOffice({ role: 'reader' })
  assert.equal((await office.get('plan/was-fehlt')).status, 403)
  assert.equal((await office.get('plan/entwuerfe')).status, 200)
  assert.equal((await office.post('plan/entwuerfe/veroeffentlichen', { thing: 'measure-1' })).status, 403)
  await office.as('councillor')
  assert.equal((await office.get('plan/entwuerfe')).status, 403)
  await using other = await openOffice({ role: 'officer' })
  assert.equal((await other.get(`/${office.slug}/plan/entwuerfe`)).status, 404)
})

test('drafts of all kinds stand in one list; chosen ones are published by the rule of their kind', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { measures } = await fillPlan(office, 3)
  const [ready = 0, bare = 0, other = 0] = measures
  await complete(office, ready)
  await complete(office, other)
  await draft(office, measures)
  await office.post('plan/kapitel', { title: 'Geleit', place: 'BEFORE_FIELDS', text: 'Text' })
  const { text } = await office.get('plan/entwuerfe?sprache=de')
  assert.match(text, /4 Einträge sind noch nicht öffentlich/)
  assert.match(text, /Geleit/)
  const sent = await office.post('plan/entwuerfe/veroeffentlichen?sprache=de', {
    thing: [`measure-${ready}`, `measure-${bare}`],
  })
  assert.equal(sent.status, 303)
  assert.deepEqual(
    [await published(office, ready), await published(office, bare), await published(office, other)],
    ['published', 'draft', 'draft'],
  )
  const after = await office.get(sent.location)
  assert.match(after.text, /Ein Eintrag ist noch unvollständig/)
  assert.match(after.text, /Zum Veröffentlichen fehlt noch: Beschreibung, Art, Federführung, Laufzeit/)
})

test('the button of one row publishes that row alone', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { measures } = await fillPlan(office, 2)
  const [one = 0, other = 0] = measures
  for (const id of measures) await complete(office, id)
  await draft(office, measures)
  await office.post('plan/entwuerfe/veroeffentlichen', { thing: `measure-${other}`, one: `measure-${one}` })
  assert.deepEqual([await published(office, one), await published(office, other)], ['published', 'draft'])
})

test('where approval is asked for, the officer submits, the head sends back with a word or approves', async () => {
  await using office = await openOffice({ role: 'officer', approvalRequired: true })
  const { measures } = await fillPlan(office, 1)
  const [id = 0] = measures
  await complete(office, id)
  await draft(office, measures)
  const thing = `measure-${id}`
  await office.post('plan/entwuerfe/veroeffentlichen', { one: thing })
  assert.equal(await published(office, id), 'submitted')
  assert.equal((await office.post('plan/entwuerfe/zurueckgeben', { thing, comment: 'Nein' })).status, 403)

  await office.as('department-head')
  assert.match((await office.get('plan/entwuerfe?sprache=de')).text, /Zurückgeben/)
  const wordless = await office.post('plan/entwuerfe/zurueckgeben?sprache=de', { thing, comment: ' ' })
  assert.equal(wordless.status, 422)
  assert.match(wordless.text, /Sagen Sie in einem Satz, was noch zu tun ist/)
  await office.post('plan/entwuerfe/zurueckgeben', { thing, comment: 'Bitte die Laufzeit prüfen.' })
  assert.equal(await published(office, id), 'draft')
  assert.match((await office.get('plan/entwuerfe?sprache=de')).text, /Bitte die Laufzeit prüfen\./)
  const again = await office.post('plan/entwuerfe/zurueckgeben?sprache=de', { thing, comment: 'Noch einmal' })
  assert.equal(again.status, 422)
  assert.match(again.text, /wartet nicht mehr auf eine Freigabe/)

  await office.as('officer')
  await office.post('plan/entwuerfe/veroeffentlichen', { one: thing })
  await office.as('department-head')
  await office.post('plan/entwuerfe/veroeffentlichen', { one: thing })
  assert.equal(await published(office, id), 'published')
})

test('a forged or empty choice publishes nothing', async () => {
  await using office = await openOffice({ role: 'officer' })
  assert.equal((await office.post('plan/entwuerfe/veroeffentlichen', {})).status, 303)
  assert.equal(
    (await office.post('plan/entwuerfe/veroeffentlichen', { thing: ['x', 'table-1', 'measure-abc'] })).status,
    303,
  )
  assert.equal((await office.post('plan/entwuerfe/veroeffentlichen', { thing: 'measure-999999' })).status, 404)
  await office.as('department-head')
  assert.equal((await office.get('plan/entwuerfe/zurueckgeben?thing=table-1')).status, 404)
})

test('both lists ask the database as often for thirty things as for three', async () => {
  const counts = []
  for (const number of [3, 30]) {
    await using office = await openOffice({ role: 'officer' })
    const { measures } = await fillPlan(office, number)
    await draft(office, measures)
    await office.get('plan/was-fehlt')
    const missing = office.statements()
    await office.get('plan/entwuerfe')
    counts.push([missing, office.statements()])
  }
  assert.deepEqual(counts[0], counts[1])
  // Two of them are about the person.
  assert.ok(
    (counts[0] ?? []).every((one) => one <= 6),
    String(counts[0]),
  )
})

for (const language of ['de', 'ar'])
  test(`what is missing, drafts and sending back are free of findings in ${language}`, async () => {
    await using office = await openOffice({ role: 'department-head', approvalRequired: true })
    const { measures } = await fillPlan(office, 3)
    await draft(office, measures)
    await office.db.updateTable('measure').set({ submittedAt: new Date() }).execute()
    for (const path of [
      'plan/was-fehlt',
      'plan/entwuerfe',
      `plan/entwuerfe/zurueckgeben?thing=measure-${measures[0]}`,
    ]) {
      const { text } = await office.get(`${path}${path.includes('?') ? '&' : '?'}sprache=${language}`)
      assert.deepEqual(await axeFindings(text), [], path)
      assert.deepEqual(await htmlFindings(text), [], path)
    }
  })
