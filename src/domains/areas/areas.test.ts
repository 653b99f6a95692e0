import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createApp } from '#app/app.ts'
import { root } from '#platform/root.ts'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import { openOffice, type Office } from '#tests/office.ts'
import { importAreas } from './commands/import.ts'
import type { Position } from './model/geometry.ts'

const german = { 'accept-language': 'de' }
const acting = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId: accountId || null,
})
const square = (x: number): Position[] => [
  [x, 48],
  [x + 1, 48],
  [x + 1, 49],
  [x, 49],
  [x, 48],
]
const feature = (properties: Record<string, unknown>, x = 8) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [square(x)] },
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const twoAreas = collection(
  feature({ AGS: '08336014', GEN: 'Ahlbronn', EWZ: 15318 }),
  feature({ AGS: '08336019', GEN: 'Bachweiler' }, 9),
)

const importTwo = (office: Office, options = {}) =>
  importAreas(office.db, acting(office), twoAreas, { level: 'MUNICIPALITY', ...options })

async function areaIds(office: Office) {
  const rows = await office.db.selectFrom('area').select(['id', 'name']).orderBy('id').execute()
  return new Map(rows.map(({ id, name }) => [name, id]))
}

async function measureIn(office: Office, number: string, areaIds: number[], isPublic = true) {
  const { db, municipalityId, planVersionId } = office
  const id = await newPlanItem(db, acting(office), 'measure')
  const publishedAt = isPublic ? new Date() : null
  await db
    .insertInto('measure')
    .values({ municipalityId, planVersionId, id, number, title: `Maßnahme ${number}`, publishedAt })
    .execute()
  for (const areaId of areaIds)
    await db.insertInto('measureArea').values({ municipalityId, planVersionId, measureId: id, areaId }).execute()
  return id
}

/** Sends a file with the import form, as a browser does. */
async function upload(office: Office, content: string, fields: Record<string, string> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ level: 'MUNICIPALITY', ...fields })) body.append(name, value)
  if (content) body.append('file', new File([content], 'gebiete.geojson'))
  const app = createApp(office.services)
  const response = await app.request(`/${office.slug}/gebiete/einlesen`, { method: 'POST', body, headers: german })
  return {
    status: response.status,
    text: await response.text(),
    notice: decodeURIComponent(response.headers.get('set-cookie') ?? ''),
  }
}

test('boundaries are uploaded and shown on a map that links to each area', async () => {
  await using office = await openOffice({ role: 'statistics' })
  const { status, notice } = await upload(office, JSON.stringify(twoAreas))
  assert.equal(status, 303)
  assert.match(notice, /2 Gebiete neu/)
  const ids = await areaIds(office)
  await measureIn(office, '1.1', [ids.get('Ahlbronn') ?? 0])
  await measureIn(office, '1.2', [ids.get('Ahlbronn') ?? 0], false)
  await measureIn(office, '1.3', [])
  await office.as(null)
  const { text } = await office.get('gebiete', german)
  assert.match(text, /<title>Ahlbronn: 1<\/title>/)
  assert.match(text, /<title>Bachweiler: 0<\/title>/)
  assert.match(text, /1 von 2 Gebieten haben mindestens eine eigene Maßnahme/)
  assert.match(text, /1 weitere Maßnahme gilt überall/)
  assert.match(text, new RegExp(`href="[^"]*/gebiete/${ids.get('Ahlbronn')}"[^>]*>Ahlbronn`))
  assert.match(text, /15\.318/)
  assert.doesNotMatch(text, / style=/)
})

test('an area names its measures and hides the drafts', async () => {
  await using office = await openOffice({ role: 'officer' })
  await importTwo(office)
  const id = (await areaIds(office)).get('Ahlbronn') ?? 0
  await measureIn(office, '1.1', [id])
  await measureIn(office, '1.2', [id], false)
  assert.match((await office.get(`gebiete/${id}`, german)).text, /2 Maßnahmen und kein Akteur/)
  await office.as(null)
  const { text } = await office.get(`gebiete/${id}`, german)
  assert.match(text, /1 Maßnahme und kein Akteur/)
  assert.match(text, /Maßnahme 1\.1/)
  assert.doesNotMatch(text, /Maßnahme 1\.2|bearbeiten/)
  assert.equal((await office.get('gebiete/999999')).status, 404)
})

test('reading the same file again brings up to date instead of doubling', async () => {
  await using office = await openOffice()
  assert.deepEqual(await importTwo(office), { created: 2, updated: 0, nameless: 0, problems: [] })
  assert.deepEqual(await importTwo(office), { created: 0, updated: 2, nameless: 0, problems: [] })
  assert.equal((await areaIds(office)).size, 2)
})

test('one broken area and nothing is taken; the reason stands beside it', async () => {
  await using office = await openOffice({ role: 'officer' })
  const broken = collection(...twoAreas.features, {
    type: 'Feature',
    properties: { AGS: '08336020', GEN: 'Offenland' },
    geometry: { type: 'Polygon', coordinates: [square(10).slice(0, 4)] },
  })
  const { status, text } = await upload(office, JSON.stringify(broken), { edition: 'Stand 2025' })
  assert.equal(status, 422)
  assert.match(text, /Nichts wurde übernommen/)
  assert.match(text, /Offenland[\s\S]*Eine Grenzlinie ist nicht geschlossen/)
  assert.match(text, /value="Stand 2025"/)
  assert.equal((await areaIds(office)).size, 0)
  assert.equal((await office.get('gebiete', german)).status, 200)
})

test('a file that is none, or is missing, is refused with a sentence', async () => {
  await using office = await openOffice({ role: 'officer' })
  assert.match((await upload(office, '')).text, /Wählen Sie eine Datei/)
  assert.match((await upload(office, '{"type": ')).text, /kein lesbares JSON/)
  assert.match((await upload(office, '[1, 2]')).text, /keine GeoJSON-Sammlung/)
  assert.match((await upload(office, '{}', { level: '' })).text, /Wählen Sie die Ebene/)
})

test('a look without writing says what would happen', async () => {
  await using office = await openOffice()
  assert.deepEqual(await importTwo(office, { dryRun: true }), { created: 2, updated: 0, nameless: 0, problems: [] })
  assert.equal((await areaIds(office)).size, 0)
})

test('a new edition ends the one before, and an area keeps its measures', async () => {
  await using office = await openOffice({ role: 'officer' })
  await importTwo(office, { edition: '2020' })
  const old = (await areaIds(office)).get('Ahlbronn') ?? 0
  await measureIn(office, '1.1', [old])
  await importTwo(office, { edition: '2025', validFrom: '2025-01-01' })
  const { text } = await office.get('gebiete', german)
  assert.match(text, /<title>Ahlbronn: 1<\/title>/)
  assert.equal(text.match(/<title>Ahlbronn/g)?.length, 1)
  assert.match((await office.get(`gebiete/${old}`, german)).text, /Diese Grenzen galten bis 31\.12\.2024/)
  assert.match((await office.get('gebiete?ausgabe=2020', german)).text, new RegExp(`/gebiete/${old}"`))
})

test('the form keeps what was typed, refuses what is broken, and shows a lost race', async () => {
  await using office = await openOffice({ role: 'officer' })
  const refused = await office.post(
    'gebiete',
    { level: 'MUNICIPALITY', name: '', areaKey: '123', geometry: '{"type":"Polygon"}', edition: 'Stand 2025' },
    german,
  )
  assert.equal(refused.status, 422)
  for (const field of ['name', 'areaKey', 'geometry']) assert.match(refused.text, new RegExp(`<a href="#${field}">`))
  assert.match(refused.text, /value="Stand 2025"/)
  const created = await office.post('gebiete', { level: 'MUNICIPALITY', name: 'Ahlbronn', areaKey: '8336014' })
  assert.equal(created.status, 303)
  const id = (await areaIds(office)).get('Ahlbronn') ?? 0
  assert.match((await office.get(`gebiete/${id}`)).text, /08336014/, 'the lost zero is back')
  const twice = await office.post('gebiete', { level: 'MUNICIPALITY', name: 'Ahlbronn' }, german)
  assert.match(twice.text, /Auf dieser Ebene gibt es schon ein Gebiet mit diesem Namen/)
  const save = (name: string) =>
    office.post(`gebiete/${id}/bearbeiten`, { level: 'MUNICIPALITY', name, version: '1' }, german)
  assert.equal((await save('Neubronn')).status, 303)
  const late = await save('Altbronn')
  assert.equal(late.status, 409)
  assert.match(late.text, /<td>Neubronn<\/td><td>Altbronn<\/td>/)
})

test('an area that something hangs on is not removed', async () => {
  await using office = await openOffice({ role: 'officer' })
  await importTwo(office)
  const ids = await areaIds(office)
  const [linked, free] = [ids.get('Ahlbronn') ?? 0, ids.get('Bachweiler') ?? 0]
  await measureIn(office, '1.1', [linked])
  const refused = await office.post(`gebiete/${linked}/loeschen`, { version: '1' }, german)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Dieses Gebiet ist noch verknüpft: 1 Maßnahme/)
  const indicator = await newPlanItem(office.db, acting(office), 'indicator')
  const { municipalityId } = office
  const value = {
    municipalityId,
    indicatorId: indicator,
    areaId: free,
    periodFrom: '2025-01-01',
    periodTo: '2025-12-31',
  }
  await office.db
    .insertInto('observation')
    .values({ ...value, value: 3 })
    .execute()
  assert.match((await office.post(`gebiete/${free}/loeschen`, { version: '1' }, german)).text, /Werte von Indikatoren/)
  await office.db.deleteFrom('observation').execute()
  assert.equal((await office.post(`gebiete/${free}/loeschen`, { version: '1' })).status, 303)
})

test('who may not edit areas is turned away; another municipality sees none of them', async () => {
  await using office = await openOffice({ role: 'reader' })
  await importTwo(office)
  const id = (await areaIds(office)).get('Ahlbronn') ?? 0
  for (const path of ['gebiete/neu', 'gebiete/einlesen', `gebiete/${id}/bearbeiten`])
    assert.equal((await office.get(path)).status, 403, path)
  assert.equal((await upload(office, JSON.stringify(twoAreas))).status, 403)
  await office.db
    .insertInto('municipality')
    .values({ slug: `fremd-${process.pid}`, name: 'Fremd', kind: 'city', federalState: 'HE', isOpen: true })
    .execute()
  office.services.municipalities.forget()
  assert.equal((await office.get(`/fremd-${process.pid}/gebiete/${id}`)).status, 404)
})

test('files hold the areas, as JSON with their boundaries', async () => {
  await using office = await openOffice({ role: null })
  await importTwo(office)
  const csv = (await office.get('gebiete.csv', german)).text
  assert.match(csv, /08336014;Ahlbronn;Gemeinde;;15318;0;0/)
  const { data } = JSON.parse((await office.get('gebiete.json')).text) as {
    data: { areaKey: string; geometry: { type: string }; measureCount: number }[]
  }
  assert.deepEqual(
    data.map(({ areaKey, geometry, measureCount }) => [areaKey, geometry.type, measureCount]),
    [
      ['08336014', 'Polygon', 0],
      ['08336019', 'Polygon', 0],
    ],
  )
})

test('the list and a page take the same few statements at 3 and at 30 areas', async () => {
  await using office = await openOffice({ role: null })
  const counts: number[] = []
  for (const count of [3, 30]) {
    const features = Array.from({ length: count }, (_, n) => feature({ AGS: `083360${n + 10}`, GEN: `Ort ${n}` }, n))
    await importAreas(office.db, acting(office), collection(...features), { level: 'MUNICIPALITY' })
    const id = [...(await areaIds(office)).values()].at(-1) ?? 0
    await measureIn(office, `1.${count}`, [id])
    await office.get('gebiete', german)
    counts.push(office.statements())
    await office.get(`gebiete/${id}?sprache=ar`)
    counts.push(office.statements())
  }
  assert.deepEqual(counts.slice(0, 2), counts.slice(2))
  assert.ok((counts[0] ?? 99) <= 4 && (counts[1] ?? 99) <= 10, counts.join())
})

const boundaries = join(root, '../shared/data/boundaries/vg250_gemeinden_08336_loerrach.geojson')
const skip = existsSync(boundaries) ? false : 'the boundaries of a real county are not on this machine (../shared)'

test('the 35 municipalities of a real county are read, named and drawn on a page under 60 KB', { skip }, async () => {
  await using office = await openOffice({ role: 'officer' })
  const { status, notice } = await upload(office, readFileSync(boundaries, 'utf8'), {
    edition: 'VG250',
    names: '08336050;Lörrach\n08336091;Weil am Rhein',
  })
  assert.equal(status, 303)
  assert.match(notice, /35 Gebiete neu, keines geändert/)
  assert.match(notice, /33 Gebiete haben in der Datei keinen Namen/)
  const { text } = await office.get('gebiete', german)
  assert.match(text, /Weil am Rhein/)
  assert.equal(text.match(/fill-rule="evenodd"/g)?.length, 35)
  assert.ok(text.length < 60_000, `${text.length} characters`)
})
