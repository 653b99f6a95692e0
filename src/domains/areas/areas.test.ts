import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newPlanItem } from '#platform/things/lifecycle.ts'
import { openOffice } from '#tests/office.ts'
import { importAreas } from './commands/import.ts'
import { acting, areaIds, collection, feature, german, importTwo, measureIn, twoAreas, upload } from './testing.ts'

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
  assert.match(refused.text, /Solange das noch daran hängt[\s\S]*href="[^"]*\/massnahmen\/\d+"/)
  assert.doesNotMatch(refused.text, /Endgültig löschen/)
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
