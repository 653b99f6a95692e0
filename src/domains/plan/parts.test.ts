import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice, type Office } from '#tests/office.ts'

const chapters = (office: Office) => office.db.selectFrom('chapter').selectAll().orderBy('position').execute()
const add = async (office: Office, title: string, more: Record<string, string> = {}) => {
  await office.post('plan/kapitel', { title, place: 'BEFORE_FIELDS', text: 'Text.', ...more })
  return (await chapters(office)).find((chapter) => chapter.title === title)?.id ?? 0
}

test('a chapter is a draft first, then public, then a draft again, then gone', async () => {
  await using office = await openOffice({ role: 'officer' })
  const id = await add(office, 'Zum Geleit')
  const seen = async () => {
    await office.as(null)
    const { text } = await office.get('plan?sprache=de')
    await office.as('officer')
    return text.includes('Zum Geleit')
  }
  assert.equal(await seen(), false)
  await office.post(`plan/kapitel/${id}/veroeffentlichen`, {})
  assert.equal(await seen(), true)
  await office.post(`plan/kapitel/${id}/zurueckziehen`, {})
  assert.equal(await seen(), false)
  const [chapter] = await chapters(office)
  assert.equal((await office.post(`plan/kapitel/${id}/loeschen`, { version: String(chapter?.version) })).status, 303)
  assert.deepEqual(await chapters(office), [])
  const acts = await office.db.selectFrom('auditEntry').select('act').orderBy('id').execute()
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['created', 'published', 'withdrawn', 'removed'],
  )
})

test('a chapter without a text is saved but not published, and says why', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { status, headers } = await office.post('plan/kapitel?sprache=de', {
    title: 'Ausblick',
    place: 'AFTER_FIELDS',
    publish: '1',
  })
  assert.equal(status, 303)
  assert.match(decodeURIComponent(headers.get('set-cookie') ?? ''), /Zum Veröffentlichen fehlt noch: Text\./)
  assert.equal((await chapters(office))[0]?.publishedAt, null)
})

test('where approval is asked for, publishing hands the chapter to the department head', async () => {
  await using office = await openOffice({ role: 'officer', approvalRequired: true })
  const id = await add(office, 'Zum Geleit', { publish: '1' })
  const [chapter] = await chapters(office)
  assert.ok(chapter?.submittedAt && !chapter.publishedAt)
  await office.as('department-head')
  await office.post(`plan/kapitel/${id}/veroeffentlichen`, {})
  assert.ok((await chapters(office))[0]?.publishedAt)
})

test('chapters move among those of their place', async () => {
  await using office = await openOffice({ role: 'officer' })
  await add(office, 'A')
  await add(office, 'Z', { place: 'AFTER_FIELDS' })
  const b = await add(office, 'B')
  await office.post(`plan/kapitel/${b}/nach-oben`, {})
  const before = (await chapters(office)).filter(({ place }) => place === 'BEFORE_FIELDS')
  assert.deepEqual(
    before.map(({ title }) => title),
    ['B', 'A'],
  )
})

test('a lost race over a phase shows both versions and keeps the stored one', async () => {
  await using office = await openOffice({ role: 'officer' })
  await office.post('plan/schritte', { title: 'Zuhören', state: 'RUNNING', periodFrom: 'Q1 2024' })
  const phase = await office.db.selectFrom('phase').selectAll().executeTakeFirstOrThrow()
  await office.post(`plan/schritte/${phase.id}/bearbeiten`, { title: 'Gut zuhören', state: 'DONE', version: '1' })
  const { status, text } = await office.post(`plan/schritte/${phase.id}/bearbeiten?sprache=de`, {
    title: 'Nachfragen',
    state: 'RUNNING',
    version: '1',
  })
  assert.equal(status, 409)
  assert.match(text, /<td>Gut zuhören<\/td><td>Nachfragen<\/td>/)
  assert.match(text, /<td>abgeschlossen<\/td><td>läuft<\/td>/)
  assert.match(text, /name="version" value="2"/)
})

test('a date may be as vague as it is; a day that does not exist is refused', async () => {
  await using office = await openOffice({ role: 'officer' })
  await office.post('plan/termine', { title: 'Runde', date: 'Februar und März 2023' })
  const event = await office.db.selectFrom('planEvent').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([event.date.value, event.sortDate], ['Februar und März 2023', '2023-02-01'])
  const wrong = await office.post('plan/termine?sprache=de', { title: 'Nie', date: '31.02.2025', isTentative: 'on' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Diesen Tag gibt es nicht/)
  assert.match(wrong.text, /value="31\.02\.2025"/)
  assert.match(wrong.text, /name="isTentative" checked/)
  assert.equal((await office.post('plan/termine', { title: 'Ohne' })).status, 422)
})

test('a template brings three or five steps, named in every language', async () => {
  await using office = await openOffice({ role: 'officer' })
  await office.post('plan/schritte/vorlage?sprache=ar', { template: 'five' })
  const phases = await office.db.selectFrom('phase').select(['title', 'id']).orderBy('position').execute()
  assert.equal(phases.length, 5)
  assert.equal(phases[0]?.title, 'Koordination aufbauen')
  const english = await office.get('plan?sprache=en')
  assert.match(english.text, /Set up coordination/)
  assert.equal((await office.post('plan/schritte/vorlage', { template: 'seven' })).status, 404)
})

test('an unknown part, or one of another municipality, is not found', async () => {
  await using office = await openOffice({ role: 'officer' })
  assert.equal((await office.get('plan/kapitel/999999/bearbeiten')).status, 404)
  assert.equal((await office.get('plan/anhang/neu')).status, 404)
})
