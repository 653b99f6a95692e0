import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '#platform/root.ts'
import { openOffice } from '#tests/office.ts'
import { importAreas } from './commands/import.ts'
import {
  acting,
  areaIds,
  collection,
  feature,
  german,
  importTwo,
  measureIn,
  square,
  twoAreas,
  upload,
} from './testing.ts'

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

test('areas without a name stay unseen until they have one, or are published as they are', async () => {
  await using office = await openOffice({ role: 'officer' })
  const nameless = collection(feature({ AGS: '08336014' }), feature({ AGS: '08336019', TITEL: 'Bachweiler' }, 9))
  const read = (options = {}) => importAreas(office.db, acting(office), nameless, { level: 'MUNICIPALITY', ...options })
  assert.equal((await read()).nameless, 2)
  const id = (await areaIds(office)).get('08336014') ?? 0
  assert.match((await office.get('gebiete', german)).text, /ohne Namen, nicht öffentlich/)
  await office.as(null)
  assert.doesNotMatch((await office.get('gebiete', german)).text, /0833/)
  assert.doesNotMatch((await office.get('gebiete.json')).text, /0833/)
  assert.equal((await office.get(`gebiete/${id}`)).status, 404)
  assert.equal((await read({ nameProperty: 'titel' })).nameless, 1)
  assert.match((await office.get('gebiete', german)).text, /Bachweiler/)
  assert.doesNotMatch((await office.get('gebiete', german)).text, /08336014/)
  await read({ publishNameless: true })
  assert.match((await office.get('gebiete', german)).text, /Gebiet 08336014/)
})
