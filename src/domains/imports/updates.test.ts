import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importMeasures, listStoredMeasures } from '#domains/measures/index.ts'
import { LostRace } from '#platform/http/problems.ts'
import { forgetStaleImports, runImportJob } from './index.ts'
import { csv, importRows, ledTo, measuresIn, openOffice, toPreview, type Office } from './testing.ts'

const actingIn = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId,
})
const byNumber = async (office: Office, number: string) => {
  const found = (await measuresIn(office)).find((measure) => measure.number === number)
  assert.ok(found)
  return found
}

const emptyMoney = { fte: null, staff: null, income: null, spent: null, fundingSource: null, note: null }
const money2026 = (material: number) => ({ ...emptyMoney, year: 2026, material })
const money2027 = { ...emptyMoney, year: 2027, material: 200_000 }

test('the same number is the same measure: what the file does not have stays as it is', async () => {
  await using office = await openOffice()
  await importRows(office, [
    'Nr.;Titel;Beschreibung;Stand;Kosten 2026;Kosten 2027;Interne Notiz',
    '1.1;Sprachcafé;Ein Treffpunkt;läuft;1000;2000;Frau Amt fragen',
  ])
  const before = await byNumber(office, '1.1')
  const result = await importRows(office, [
    'Nr.;Titel;Stand;Kosten 2026',
    '1.1;Sprachcafé;abgeschlossen;1500',
    '1.2;Neu;;',
  ])
  assert.deepEqual([result.created, result.updated], [{ measures: 1 }, { measures: 1 }])
  const after = await byNumber(office, '1.1')
  assert.deepEqual(
    [after.id, after.state, after.description, after.internalNote, after.version],
    [before.id, 'COMPLETED', 'Ein Treffpunkt', 'Frau Amt fragen', before.version + 1],
  )
  const money = await office.db
    .selectFrom('measureResource')
    .where('measureId', '=', after.id)
    .select(['year', 'materialCents'])
    .orderBy('year')
    .execute()
  assert.deepEqual(money, [
    { year: 2026, materialCents: 150_000 },
    { year: 2027, materialCents: 200_000 },
  ])
  const entry = await office.db
    .selectFrom('auditEntry')
    .where('thingId', '=', after.id)
    .where('act', '=', 'changed')
    .select('changes')
    .executeTakeFirstOrThrow()
  assert.deepEqual(entry.changes, {
    state: { from: 'RUNNING', to: 'COMPLETED' },
    resources: { from: [money2026(100_000), money2027], to: [money2026(150_000), money2027] },
  })
})

test('an empty cell changes nothing, and a file that says nothing new writes nothing', async () => {
  await using office = await openOffice()
  const rows = ['Nr.;Titel;Beschreibung;Stand', '1.1;Sprachcafé;Ein Treffpunkt;läuft']
  await importRows(office, rows)
  const before = await byNumber(office, '1.1')
  const result = await importRows(office, ['Nr.;Titel;Beschreibung;Stand', '1.1;Sprachcafé;;'])
  assert.deepEqual([result.ok, result.updated, result.unchanged], [true, { measures: 0 }, 1])
  assert.deepEqual(await byNumber(office, '1.1'), before)
})

test('a measure is found by the id of its source when its number changes', async () => {
  await using office = await openOffice()
  await importRows(office, ['ID;Nr.;Titel', 'a7;1.1;Sprachcafé'])
  await importRows(office, ['ID;Nr.;Titel', 'a7;2.4;Sprachcafé am Markt'])
  const measures = await measuresIn(office)
  assert.deepEqual(
    measures.map(({ number, title, numberOrder }) => [number, title, numberOrder]),
    [['2.4', 'Sprachcafé am Markt', [2, 4]]],
  )
})

test('a measure entered by hand is found by its title when the file has no numbers', async () => {
  await using office = await openOffice()
  await importRows(office, ['Nr.;Titel', '3.9;Sprachcafé'])
  const result = await importRows(office, ['Titel;Stand', 'sprachcafé;läuft', 'Lesepaten;läuft'])
  assert.deepEqual([result.created, result.updated], [{ measures: 1 }, { measures: 1 }])
  assert.equal((await byNumber(office, '3.9')).state, 'RUNNING')
})

test('a public measure stays public, its pages end, and a judgement that was released is not replaced unseen', async () => {
  await using office = await openOffice()
  await importRows(office, ['Nr.;Titel;Verlauf', '1.1;Sprachcafé;planmäßig'])
  await office.db.updateTable('measure').set({ publishedAt: new Date(), courseReleased: true }).execute()
  const preview = await toPreview(office, csv('Nr.;Titel;Verlauf', '1.1;Sprachcafé;rot'))
  assert.match((await office.get(preview)).text, /ist veröffentlicht: Ihre öffentliche Seite ändert sich sofort/)
  const generation = office.services.generations.of(office.municipalityId)
  ledTo(office, await office.post(preview, {}))
  assert.equal(office.services.generations.of(office.municipalityId), generation + 1)
  const { publishedAt, course, courseReleased } = await byNumber(office, '1.1')
  assert.deepEqual([publishedAt !== null, course, courseReleased], [true, 'RED', false])
  await office.as(null)
  assert.doesNotMatch((await office.get('massnahmen.json')).text, /"RED"/)
})

test('links are what the file says, and a second lead is a partner', async () => {
  await using office = await openOffice()
  const heading = 'Nr.;Titel;Handlungsfeld;Federführung;Partner;Zielgruppen'
  await importRows(office, [
    heading,
    '"1.1";"Sprachcafé";"Sprache";"Amt für Jugend, Familie und Soziales";"Caritas;IB e.V.";"Eltern"',
  ])
  const counted = async () => {
    const actors = await office.db.selectFrom('actor').select('name').orderBy('name').execute()
    const partners = await office.db.selectFrom('measurePartner').selectAll().execute()
    return [actors.map(({ name }) => name), partners.length]
  }
  assert.deepEqual(await counted(), [['Caritas', 'IB e.V.'], 2])
  const units = await office.db.selectFrom('orgUnit').select('name').execute()
  assert.deepEqual(units, [{ name: 'Amt für Jugend, Familie und Soziales' }])

  await importRows(office, [heading, '1.1;Sprachcafé;Sprache;"Caritas\nIB e.V.";;Eltern'])
  const { leadActorId, leadOrgUnitId } = await byNumber(office, '1.1')
  assert.ok(leadActorId !== null && leadOrgUnitId === null)
  assert.deepEqual(await counted(), [['Caritas', 'IB e.V.'], 2])
})

test('a measure that somebody saved meanwhile stops the whole import', async () => {
  await using office = await openOffice()
  await importRows(office, ['Nr.;Titel', '1.1;Sprachcafé', '1.2;Lesepaten'])
  const ids = (await measuresIn(office)).map(({ id }) => id)
  const stored = [...(await listStoredMeasures(office.db, actingIn(office), ids)).values()]
  await office.db.updateTable('measure').set({ version: 9 }).where('number', '=', '1.2').execute()
  const rows = stored.map((before) => ({
    before,
    form: { ...before.form, title: 'Neu' },
    sourceId: null,
    resources: [],
  }))
  await assert.rejects(importMeasures(office.db, actingIn(office), rows), LostRace)
  assert.deepEqual(
    (await measuresIn(office)).map(({ title }) => title),
    ['Sprachcafé', 'Lesepaten'],
  )
})

test('a dry run says what would happen and writes nothing', async () => {
  await using office = await openOffice()
  const result = await importRows(office, ['Nr.;Titel;Handlungsfeld', '1.1;Sprachcafé;Sprache'], { dryRun: true })
  assert.deepEqual([result.ok, result.created], [true, { measures: 1, 'action-field': 1 }])
  assert.deepEqual(await measuresIn(office), [])
  assert.deepEqual(await office.db.selectFrom('importRun').selectAll().execute(), [])
})

test('what is asked wrongly of the terminal is said in a sentence', async () => {
  await using office = await openOffice()
  const rows = ['Nr.;Titel', '1.1;Sprachcafé']
  const messages = async (more: object) => (await importRows(office, rows, more)).problems.map(({ message }) => message)
  assert.deepEqual(await messages({ municipality: 'nirgends' }), ['Es gibt keine Kommune mit der Adresse „nirgends“.'])
  assert.deepEqual(await messages({ what: 'wishes' }), ['„wishes“ kann nicht eingelesen werden.'])
  assert.deepEqual(await messages({ file: '/nirgends.csv' }), ['Die Datei /nirgends.csv ist nicht zu lesen.'])
  assert.deepEqual(await messages({ map: { columns: { B: 7 } } }), ['Die Zuordnung ist nicht zu verstehen: columns.B.'])
  assert.deepEqual(await messages({ map: { columns: { A: 'number' } } }), ['Keine Spalte ist dem Titel zugeordnet.'])
  assert.deepEqual(await messages({ map: { columns: { A: 'material', B: 'title' } } }), [
    'Zu dieser Spalte fehlt das Jahr.',
  ])
  assert.equal((await measuresIn(office)).length, 0)
})

test('more than 500 rows are read in beside the request, with their progress on a page', async () => {
  await using office = await openOffice({ role: 'officer' })
  const queued: object[] = []
  office.services.jobs.enqueue = async (_, name, data) => void queued.push({ name, data })
  const rows = Array.from({ length: 600 }, (_, place) => `${1 + (place % 5)}.${place};Maßnahme ${place};läuft`)
  const preview = await toPreview(office, csv('Nr.;Titel;Stand', ...rows))
  const path = ledTo(office, await office.post(preview, {}))
  const waiting = await office.get(path)
  assert.match(waiting.text, /Die Datei wird eingelesen/)
  assert.match(waiting.text, /<progress[^>]*max="600"/)
  assert.deepEqual(JSON.parse((await office.get(`${path}/stand`)).text), {
    isWorking: true,
    done: 0,
    words: '0 von 600 Zeilen',
  })
  assert.equal((await measuresIn(office)).length, 0)

  const [{ name, data }] = queued as [{ name: string; data: Parameters<typeof runImportJob>[1] }]
  assert.equal(name, 'import')
  await runImportJob(office.services, data)
  assert.equal((await measuresIn(office)).length, 600)
  assert.match((await office.get(path)).text, /Die Datei ist eingelesen/)
  await runImportJob(office.services, data)
  assert.equal((await measuresIn(office)).length, 600, 'a job that is tried again finds nothing to do')
})

test('an import beside the request that finds a problem is refused as a whole and can be put right', async () => {
  await using office = await openOffice({ role: 'officer' })
  let job: Parameters<typeof runImportJob>[1] | undefined
  office.services.jobs.enqueue = async (_, __, data) => void (job = data as typeof job)
  const rows = Array.from({ length: 501 }, (_, place) => `1.${place};Maßnahme ${place};${place === 500 ? '-5' : '5'}`)
  const preview = await toPreview(office, csv('Nr.;Titel;Kosten 2026', ...rows))
  const path = ledTo(office, await office.post(preview, {}))
  await runImportJob(office.services, job!)
  const refused = await office.get(path)
  assert.match(refused.text, /Nichts wurde gespeichert/)
  assert.match(refused.text, /Zeile 502, Spalte C/)
  assert.equal((await measuresIn(office)).length, 0)
  ledTo(office, await office.post(preview, { leaveOutProblems: 'on' }))
  await runImportJob(office.services, job!)
  assert.equal((await measuresIn(office)).length, 500)
})

test('a file that nobody went on with for a month is forgotten; what was read in stays in the list', async () => {
  await using office = await openOffice({ role: 'officer' })
  const done = await toPreview(office, csv('Nr.;Titel', '1.1;Sprachcafé'))
  ledTo(office, await office.post(done, {}))
  ledTo(office, await office.upload('einlesen', csv('Nr.;Titel', '1.2;Alt')))
  const old = new Date('2026-10-20T10:00:00Z')
  await office.db.updateTable('importRun').set({ createdAt: old }).execute()
  ledTo(office, await office.upload('einlesen', csv('Nr.;Titel', '1.3;Neu')))
  assert.equal(await forgetStaleImports(office.services), 1)
  const runs = await office.db.selectFrom('importRun').select('state').orderBy('id').execute()
  assert.deepEqual(
    runs.map(({ state }) => state),
    ['DONE', 'OPEN'],
  )
})
