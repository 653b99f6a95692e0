import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { areaIn, goalIn, indicatorIn, typed, valueIn } from './testing.ts'

const german = { 'accept-language': 'de' }

test('an indicator is created, linked, completed and published', async () => {
  await using office = await openOffice({ role: 'officer' })
  const goal = await goalIn(office, 'Alle werden verstanden')
  const created = await office.post('zahlen', { code: 'B 3', title: 'Gespräche', kind: 'COUNT', direction: 'HIGHER' })
  assert.equal(created.status, 303)
  const id = Number(/\/zahlen\/(\d+)/.exec(created.location)?.[1])
  const draft = await office.get(`zahlen/${id}`, german)
  assert.match(
    draft.text,
    /Zum Veröffentlichen fehlt noch: Einheit, Ausgangswert mit Tag, Zielwert, Zieldatum, Zählweise, Quelle/,
  )
  const refused = await office.post(`zahlen/${id}/veroeffentlichen`, {})
  assert.match(decodeURIComponent(refused.headers.get('set-cookie') ?? ''), /Zum Veröffentlichen fehlt noch/)
  const saved = await office.post(`zahlen/${id}/bearbeiten`, {
    ...typed,
    version: '1',
    goalIds: [String(goal)],
    publish: '1',
  })
  assert.equal(saved.status, 303)
  await office.as(null)
  assert.match((await office.get(`zahlen/${id}`)).text, /Alle werden verstanden/)
})

test('a refused form keeps everything and leads to each field', async () => {
  await using office = await openOffice({ role: 'officer' })
  const values = {
    ...typed,
    title: '',
    direction: 'LOWER',
    targetDate: '31.02.2028',
    tolerance: '-1',
    method: '<b>Zählen</b>',
  }
  const { status, text } = await office.post('zahlen', values, german)
  assert.equal(status, 422)
  for (const field of ['title', 'targetValue', 'targetDate', 'tolerance'])
    assert.match(text, new RegExp(`<li><a href="#${field}">`), field)
  assert.match(text, /Zielwert und Richtung widersprechen sich/)
  assert.match(text, /&lt;b>Zählen&lt;\/b>|&lt;b&gt;Zählen/)
  assert.match(text, /value="231"/)
})

test('two people who save the same indicator see both versions', async () => {
  await using office = await openOffice({ role: 'officer' })
  const id = await indicatorIn(office)
  const first = await office.post(`zahlen/${id}/bearbeiten`, { ...typed, version: '2', title: 'Von ihr' })
  assert.equal(first.status, 303)
  const second = await office.post(`zahlen/${id}/bearbeiten`, { ...typed, version: '2', title: 'Von ihm' }, german)
  assert.equal(second.status, 409)
  assert.match(second.text, /Von ihr/)
  assert.match(second.text, /value="Von ihm"/)
  assert.match(second.text, /name="version" value="3"/)
})

test('who may not edit is turned away, and the public has no buttons', async () => {
  await using office = await openOffice({ role: 'reader' })
  const id = await indicatorIn(office)
  for (const path of ['zahlen/neu', `zahlen/${id}/bearbeiten`, `zahlen/${id}/werte`, `zahlen/${id}/jahre`])
    assert.equal((await office.get(path)).status, 403, path)
  assert.equal((await office.post(`zahlen/${id}/werte/neu`, { year: '2025', value: '1' })).status, 403)
  await office.as('statistics')
  assert.equal((await office.get(`zahlen/${id}/bearbeiten`)).status, 200)
  assert.equal((await office.post(`zahlen/${id}/zurueckziehen`, {})).status, 403, 'statistics does not publish')
  await office.as(null)
  assert.doesNotMatch((await office.get(`zahlen/${id}`)).text, /bearbeiten|\/werte|\/jahre/)
})

test('what contradicts itself is refused at its field, and nothing is stored', async () => {
  await using office = await openOffice({ role: 'statistics' })
  const id = await indicatorIn(office, { kind: 'SHARE', decimals: '1', baselineValue: '10', targetValue: '40' })
  const post = (values: Record<string, string | string[]>) => office.post(`zahlen/${id}/werte/neu`, values, german)
  for (const [values, field, said] of [
    [{ year: '2025', value: '50', numerator: '2', denominator: '31' }, 'value', /passt nicht zu Zähler und Nenner/],
    [{ year: '2025', sign: 'SUPPRESSED', value: '2' }, 'sign', /Lassen Sie Wert, Zähler und Nenner leer/],
    [{ year: '2025', numerator: '2', denominator: '0' }, 'denominator', /größer als 0/],
    [{ year: '2025' }, 'value', /Geben Sie einen Wert ein/],
    [{ value: '5' }, 'year', /entweder ein Jahr/],
    [{ year: '2025', periodFrom: '01.01.2025', periodTo: '31.12.2025', value: '5' }, 'year', /entweder ein Jahr/],
    [{ periodFrom: '31.12.2025', periodTo: '01.01.2025', value: '5' }, 'periodTo', /vor dem Beginn/],
    [{ year: '2025', value: 'fünf' }, 'value', /keine Zahl/],
    [{ year: '2025', value: '5', areaId: '999999' }, 'areaId', /aus der Liste/],
  ] as const) {
    const { status, text } = await post(values)
    assert.equal(status, 422, JSON.stringify(values))
    assert.match(text, said)
    assert.match(text, new RegExp(`<li><a href="#${field}">`), JSON.stringify(values))
  }
  const stored = await office.db.selectFrom('observation').where('indicatorId', '=', id).select('id').execute()
  assert.equal(stored.length, 0)
})

test('a value is the quotient when it is left out, and a period has one value only', async () => {
  await using office = await openOffice({ role: 'statistics' })
  const id = await indicatorIn(office, { kind: 'SHARE', decimals: '1', baselineValue: '10', targetValue: '40' })
  const first = await office.post(`zahlen/${id}/werte/neu`, { year: '2025', numerator: '12', denominator: '40' })
  assert.equal(first.status, 303)
  assert.match((await office.get(`zahlen/${id}`, german)).text, /30,0\s%/)
  const twice = await office.post(`zahlen/${id}/werte/neu`, { year: '2025', value: '31' }, german)
  assert.equal(twice.status, 422)
  assert.match(twice.text, /Für diesen Zeitraum gibt es schon einen Wert/)
  const area = await areaIn(office, 'Nordstadt')
  const elsewhere = { year: '2025', value: '31', areaId: String(area) }
  assert.equal((await office.post(`zahlen/${id}/werte/neu`, elsewhere)).status, 303)
  assert.equal((await office.post(`zahlen/${id}/werte/neu`, elsewhere)).status, 422)
})

test('a value is changed and removed; a lost race shows both', async () => {
  await using office = await openOffice({ role: 'officer' })
  const id = await indicatorIn(office)
  const value = await valueIn(office, id, 2025, { value: 388 })
  const address = `zahlen/${id}/werte/${value}`
  assert.match((await office.get(`${address}/bearbeiten`)).text, /value="388"/)
  const saved = await office.post(`${address}/bearbeiten`, {
    version: '1',
    year: '2025',
    value: '390',
    flags: ['REVISED'],
  })
  assert.equal(saved.status, 303)
  const late = await office.post(`${address}/bearbeiten`, { version: '1', year: '2025', value: '400' }, german)
  assert.equal(late.status, 409)
  assert.match(late.text, /<td>390<\/td><td>400<\/td>/)
  assert.match(late.text, /<td>berichtigt<\/td><td>leer<\/td>/)
  assert.equal((await office.post(`${address}/loeschen`, { version: '1' })).status, 409)
  assert.equal((await office.post(`${address}/loeschen`, { version: '2' })).status, 303)
  const acts = await office.db
    .selectFrom('auditEntry')
    .where('thingId', '=', id)
    .where('thingKind', '=', 'indicator')
    .select('act')
    .orderBy('id')
    .execute()
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['created', 'published', 'value-added', 'value-changed', 'value-removed'],
  )
})

test('several years are entered at once: added, changed, left alone, and removed where emptied', async () => {
  await using office = await openOffice({ role: 'officer' })
  const id = await indicatorIn(office)
  await valueIn(office, id, 2023, { value: 231, flags: ['BREAK'], source: 'Träger' })
  await valueIn(office, id, 2024, { value: 306 })
  const page = await office.get(`zahlen/${id}/jahre`, german)
  assert.match(page.text, /name="version-2023" value="1"/)
  assert.match(page.text, /id="value-2026"/)
  const table = {
    years: '2023 2024 2025 2026',
    'version-2023': '1',
    'version-2024': '1',
    'value-2023': '231',
    'note-2023': 'Ausgangswert',
    'value-2025': '388',
    'provisional-2025': 'on',
    'sign-2026': 'PENDING',
  }
  const saved = await office.post(`zahlen/${id}/jahre`, table)
  assert.equal(saved.status, 303)
  assert.match(decodeURIComponent(saved.headers.get('set-cookie') ?? ''), /4 Jahre gespeichert/)
  const rows = await office.db
    .selectFrom('observation')
    .where('indicatorId', '=', id)
    .selectAll()
    .orderBy('periodTo')
    .execute()
  assert.deepEqual(
    rows.map(({ periodTo, value, sign, flags, source }) => [periodTo.slice(0, 4), value, sign, flags.join(), source]),
    [
      ['2023', 231, null, 'BREAK', 'Träger'],
      ['2025', 388, null, 'PROVISIONAL', null],
      ['2026', null, 'PENDING', '', null],
    ],
  )
  const stale = await office.post(`zahlen/${id}/jahre`, { ...table, 'value-2025': '400' }, german)
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Wert 2025[\s\S]*388[\s\S]*400/)
})

test('a wrong cell of the table is named, and everything typed is still there', async () => {
  await using office = await openOffice({ role: 'officer' })
  const id = await indicatorIn(office)
  const { status, text } = await office.post(
    `zahlen/${id}/jahre`,
    { years: '2024 2025', 'value-2024': '306', 'value-2025': 'viele', 'numerator-2024': '3' },
    german,
  )
  assert.equal(status, 422)
  assert.match(text, /<li><a href="#value-2025">/)
  assert.match(text, /<li><a href="#denominator-2024">/)
  assert.match(text, /value="viele"/)
  assert.equal((await office.db.selectFrom('observation').selectAll().execute()).length, 0)
})

test('a search for a goal in the form saves nothing and keeps what was typed', async () => {
  await using office = await openOffice({ role: 'officer' })
  await goalIn(office, 'Familien verstehen Schule')
  const { status, text } = await office.post('zahlen', {
    ...typed,
    title: 'Getippt',
    goalIdsSearch: 'Familie',
    _search: 'goalIds',
  })
  assert.equal(status, 200)
  assert.match(text, /Familien verstehen Schule/)
  assert.match(text, /value="Getippt"/)
})

test('a removed indicator is gone with its values, and its page says so', async () => {
  await using office = await openOffice({ role: 'officer' })
  const id = await indicatorIn(office)
  await valueIn(office, id, 2025, { value: 388 })
  assert.equal((await office.post(`zahlen/${id}/loeschen`, { version: '2' })).status, 303)
  assert.equal((await office.get(`zahlen/${id}`)).status, 410)
  assert.equal((await office.db.selectFrom('observation').selectAll().execute()).length, 0)
})
