import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice, type Office } from '#tests/office.ts'
import { fillPlan } from './testing.ts'

const chapter = (office: Office) => office.db.selectFrom('chapter').selectAll().executeTakeFirstOrThrow()

/** A plan with the fields "Sprache" and "Wohnen", and a published chapter after the first of them. */
async function between(office: Office) {
  const { fields } = await fillPlan(office, 3)
  const [first = 0, second = 0] = fields
  const form = { title: 'Ein Wort dazwischen', place: 'BETWEEN', text: 'Sprache führt zur Wohnung.' }
  await office.post('plan/kapitel', { ...form, afterFieldId: String(first), publish: '1' })
  return { first, second, form }
}
const inOrder = (page: string, words: readonly string[]) => {
  const places = words.map((word) => page.indexOf(word))
  assert.ok(!places.includes(-1), `${words.join(', ')}: ${places.join(', ')}`)
  assert.deepEqual(
    places.toSorted((a, b) => a - b),
    places,
    words.join(', '),
  )
}

test('a chapter between the fields stands after the field that it names, for everyone', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { first, second } = await between(office)
  await office.as(null)
  const { text } = await office.get('plan?sprache=de')
  inOrder(text, [`handlungsfelder/${first}?`, 'id="kapitel-', `handlungsfelder/${second}?`])
  assert.match(text, /<h3[^>]*id="kapitel-\d+"[^>]*>Ein Wort dazwischen/)
})

test('without a field it stands after all of them, and before the topics', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { second, form } = await between(office)
  const { id } = await chapter(office)
  await office.post(`plan/kapitel/${id}/bearbeiten`, { ...form, afterFieldId: '', version: '2' })
  assert.equal((await chapter(office)).afterFieldId, null)
  const { text } = await office.get('plan?sprache=de')
  inOrder(text, [`handlungsfelder/${second}?`, 'id="kapitel-', 'id="themen"'])
})

test('the form offers the fields, shows the chosen one again and refuses one that is not there', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { first, second, form } = await between(office)
  const { id } = await chapter(office)
  const page = await office.get(`plan/kapitel/${id}/bearbeiten?sprache=de`)
  assert.match(page.text, new RegExp(`<option value="${first}" selected>1 Sprache</option>`))
  assert.match(page.text, new RegExp(`<option value="${second}">2 Wohnen</option>`))
  const wrong = await office.post('plan/kapitel?sprache=de', { ...form, afterFieldId: '999999' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /id="afterFieldId-error"/)
  assert.match(wrong.text, /Sprache führt zur Wohnung\./)
  for (const language of ['de', 'ar']) {
    const shown = await office.get(`plan/kapitel/${id}/bearbeiten?sprache=${language}`)
    assert.deepEqual(await axeFindings(shown.text), [])
    assert.deepEqual(await htmlFindings(shown.text), [])
    const plan = await office.get(`plan?sprache=${language}`)
    assert.deepEqual(await axeFindings(plan.text), [])
    assert.deepEqual(await htmlFindings(plan.text), [])
  }
})

test('a chapter elsewhere keeps no field, whatever was left chosen', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { first, form } = await between(office)
  const { id } = await chapter(office)
  const moved = { ...form, place: 'AFTER_FIELDS', afterFieldId: String(first), version: '2' }
  assert.equal((await office.post(`plan/kapitel/${id}/bearbeiten`, moved)).status, 303)
  const { place, afterFieldId } = await chapter(office)
  assert.deepEqual([place, afterFieldId], ['AFTER_FIELDS', null])
})

test('a lost race names the fields, not their numbers', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { second, form } = await between(office)
  const { id } = await chapter(office)
  const { status, text } = await office.post(`plan/kapitel/${id}/bearbeiten?sprache=de`, {
    ...form,
    afterFieldId: String(second),
    version: '1',
  })
  assert.equal(status, 409)
  assert.match(text, /<td>1 Sprache<\/td><td>2 Wohnen<\/td>/)
})

test('open data say after which field a chapter stands, but name no field that is a draft', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { first } = await between(office)
  const told = async () => {
    const { chapters } = JSON.parse((await office.get('plan.json')).text) as { chapters: Record<string, unknown>[] }
    return chapters.map(({ place, afterFieldId }) => [place, afterFieldId])
  }
  assert.deepEqual(await told(), [['BETWEEN', first]])
  await office.db.updateTable('actionField').set({ publishedAt: null }).where('id', '=', first).execute()
  assert.deepEqual(await told(), [['BETWEEN', null]])
  await office.as(null)
  const { text } = await office.get('plan?sprache=de')
  inOrder(text, ['Wohnen', 'id="kapitel-', 'id="themen"'])
})

test('a field that goes leaves its chapter, after all fields', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { municipalityId, planVersionId, db } = office
  const { form } = await between(office)
  const { id: fieldId } = await db
    .insertInto('planItem')
    .values({ municipalityId, kind: 'action-field' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('actionField')
    .values({ municipalityId, planVersionId, id: fieldId, code: '3', title: 'Sport', position: 3 })
    .execute()
  const { id } = await chapter(office)
  await office.post(`plan/kapitel/${id}/bearbeiten`, { ...form, afterFieldId: String(fieldId), version: '2' })
  assert.equal((await chapter(office)).afterFieldId, fieldId)
  assert.equal((await office.post(`handlungsfelder/${fieldId}/loeschen`, { version: '1' })).status, 303)
  const { place, afterFieldId } = await chapter(office)
  assert.deepEqual([place, afterFieldId], ['BETWEEN', null])
})
