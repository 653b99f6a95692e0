import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { openOffice, type Office } from '#tests/office.ts'
import { fillPlan } from './testing.ts'

const preparing = /<h1[^>]*>Der Teilhabeplan ist in Vorbereitung<\/h1>/
const pages = ['plan', 'plan/wirkungskette', 'massnahmen', 'ziele', 'bedarfe', 'zahlen', 'handlungsfelder']
const more = ['querschnittsthemen', 'zielgruppen']

/** A municipality whose plan is written, but not published. */
async function withheld() {
  const office = await openOffice({ role: null })
  const filled = await fillPlan(office, 2)
  const { db, municipalityId } = office
  await db.updateTable('planVersion').set({ publishedAt: null }).execute()
  await db
    .updateTable('municipality')
    .set({ address: JSON.stringify({ office: 'Integrationsbüro', phone: '07000 1', email: 'i@kreis.example' }) })
    .where('id', '=', municipalityId)
    .execute()
  await db
    .insertInto('body')
    .values({ municipalityId, name: 'Kreistag', type: 'COUNCIL', publishedAt: new Date() })
    .execute()
  await db.insertInto('area').values({ municipalityId, name: 'Lindenfurt', level: 'MUNICIPALITY' }).execute()
  office.services.municipalities.forget()
  return { office, ...filled }
}
const json = async (office: Office, path: string) =>
  JSON.parse((await office.get(path)).text) as { pagination: { total: number } }

test('an open municipality without a published version says that its plan is being prepared', async () => {
  const { office } = await withheld()
  await using _ = office
  for (const path of [...pages, ...more]) {
    const { status, text } = await office.get(`${path}?sprache=de`)
    assert.equal(status, 200, path)
    assert.match(text, preparing, path)
    assert.doesNotMatch(text, /Bedarf 1|Ziel 1|Maßnahme 1/, path)
  }
})

test('the page says what is there already and whom to ask', async () => {
  const { office } = await withheld()
  await using _ = office
  const { text } = await office.get('plan?sprache=de')
  assert.match(text, /href="\/[^"]*\/gremien\?sprache=de"[^>]*>1 Gremium</)
  assert.match(text, /href="\/[^"]*\/gebiete\?sprache=de"[^>]*>1 Gebiet</)
  assert.doesNotMatch(text, /0 Akteure/)
  assert.match(text, /href="mailto:i@kreis\.example"/)
  assert.match(text, /Integrationsbüro/)
  assert.doesNotMatch(text, /So fangen Sie an/)
  for (const path of ['gremien', 'akteure', 'gebiete', 'organisation', 'produkte'])
    assert.equal((await office.get(path)).status, 200, path)
  assert.match((await office.get('gremien?sprache=de')).text, /Kreistag/)
})

test('machines get lists with nothing in them, and a sentence instead of the plan', async () => {
  const { office } = await withheld()
  await using _ = office
  const document = await office.get('plan.json?sprache=de')
  assert.deepEqual([document.status, document.headers.get('content-type')], [404, 'application/problem+json'])
  assert.match(document.text, /Noch kein veröffentlichter Plan/)
  for (const path of ['handlungsfelder.json', 'massnahmen.json', 'ziele.json'])
    assert.equal((await json(office, path)).pagination.total, 0, path)
  const csv = await office.get('massnahmen.csv?sprache=de')
  assert.deepEqual([csv.status, csv.text.trim().split('\n').length], [200, 1])
})

test('an officer who downloads the plan gets what the public would get, not the version that is being written', async () => {
  const { office } = await withheld()
  await using _ = office
  await office.as('officer')
  assert.equal((await office.get('plan.json')).status, 404)
})

test('what is not there stays not found: one thing, an older version, a closed municipality', async () => {
  const { office, measures, fields } = await withheld()
  await using _ = office
  for (const path of [`massnahmen/${measures[0]}`, `handlungsfelder/${fields[0]}`, 'plan?fassung=1', 'planung'])
    assert.equal((await office.get(path)).status, 404, path)
  await office.db.updateTable('municipality').set({ isOpen: false }).execute()
  office.services.municipalities.forget()
  for (const path of ['plan', 'plan.json', 'handlungsfelder']) assert.equal((await office.get(path)).status, 404, path)
})

test('whoever works on the plan sees it and reads what to do next', async () => {
  const { office } = await withheld()
  await using _ = office
  await office.as('officer')
  const { text } = await office.get('plan?sprache=de')
  assert.doesNotMatch(text, preparing)
  assert.match(text, /Diese Fassung ist noch nicht öffentlich/)
  assert.match(text, /<a href="\/[^"]*\/plan\/was-fehlt\?sprache=de">Als Nächstes: /)
})

test('where there is no plan at all, the officer begins it here, and others do not', async () => {
  const { office } = await withheld()
  await using _ = office
  await office.db.deleteFrom('plan').execute()
  await office.as('officer')
  for (const path of ['plan', 'handlungsfelder', 'plan/wirkungskette']) {
    const { status, text } = await office.get(`${path}?sprache=de`)
    assert.equal(status, 200)
    assert.match(text, preparing)
    assert.match(text, /action="\/[^"]*\/plan\/anlegen/)
  }
  assert.equal((await office.get('personen')).status, 200)
  await office.as('reader')
  assert.doesNotMatch((await office.get('plan?sprache=de')).text, /plan\/anlegen/)
  assert.equal((await office.post('plan/kapitel', { title: 'X' })).status, 403)
})

test('once the version is published, the plan stands there', async () => {
  const { office } = await withheld()
  await using _ = office
  await office.as('officer')
  await office.post('plan/veroeffentlichen', {})
  await office.as(null)
  assert.doesNotMatch((await office.get('plan?sprache=de')).text, preparing)
})

for (const language of ['de', 'ar'])
  test(`the page is free of findings in ${language}`, async () => {
    const { office } = await withheld()
    await using _ = office
    const { text } = await office.get(`plan?sprache=${language}`)
    assert.deepEqual(await axeFindings(text), [])
    assert.deepEqual(await htmlFindings(text), [])
  })
