import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { paths } from './paths.ts'
import { completeIn, measureIn, typed } from './testing.ts'

test('a complete form creates a draft and leads to it', async () => {
  await using office = await openOffice()
  const page = await office.post('massnahmen', { ...typed, title: '  Sprachcafé <b>Süd</b> ' })
  assert.equal(page.status, 303)
  assert.match(page.location, /\/massnahmen\/\d+$/)
  const { text } = await office.get(page.location)
  assert.match(text, /Sprachcafé &lt;b>Süd&lt;\/b>/)
  assert.match(text, /Entwurf/)
})

test('a wrong form comes back with all errors and everything that was typed', async () => {
  await using office = await openOffice()
  const page = await office.post('massnahmen', {
    ...{ number: 'zwei!', title: '', description: 'Bleibt stehen', state: 'DEFERRED', course: 'YELLOW' },
    ...{ periodFrom: '31.02.2025', periodTo: '2019', progress: '7' },
  })
  assert.equal(page.status, 422)
  assert.match(page.text, /<title>Fehler/)
  assert.match(page.text, /Bleibt stehen/)
  const named = [...page.text.matchAll(/<li><a href="#(\w+)">/g)].map(([, name]) => name)
  assert.deepEqual(
    named,
    ['number', 'title', 'periodFrom', 'progress', 'stateReason', 'courseReason'].toSorted(
      (a, b) => named.indexOf(a) - named.indexOf(b),
    ),
  )
  const { total } = await office.db
    .selectFrom('measure')
    .select(({ fn }) => fn.countAll().as('total'))
    .executeTakeFirstOrThrow()
  assert.equal(Number(total), 0)
})

test('a number that another measure has is said at its field', async () => {
  await using office = await openOffice()
  await measureIn(office)
  const page = await office.post('massnahmen', { ...typed, title: 'Zweite' })
  assert.equal(page.status, 422)
  assert.match(page.text, /<a href="#number">[^<]*andere Maßnahme/)
  assert.match(page.text, /Zweite/)
})

test('publishing says what is missing, and shows the measure when nothing is', async () => {
  await using office = await openOffice()
  const id = await measureIn(office, {}, false)
  assert.match((await office.get(`massnahmen/${id}`)).text, /mindestens ein Ziel, Federführung, Laufzeit/)
  const complete = await completeIn(office)
  const saved = await office.post(`massnahmen/${id}/bearbeiten`, { ...typed, ...complete, version: '1', publish: '1' })
  assert.equal(saved.status, 303)
  await office.as(null)
  assert.equal((await office.get(`massnahmen/${id}`)).status, 200)
})

test('where the department head approves, publishing hands the measure over', async () => {
  await using office = await openOffice({ approvalRequired: true })
  const id = await measureIn(office, await completeIn(office), false)
  assert.match((await office.get(`massnahmen/${id}`)).text, /Hier kann noch niemand freigeben.*personen\/einladen/)
  await office.as('department-head')
  await office.as('officer')
  assert.match((await office.get(`massnahmen/${id}`)).text, /Es bekommt: Amts- oder Dezernatsleitung/)
  await office.post(`massnahmen/${id}/veroeffentlichen`, {})
  const { text } = await office.get(`massnahmen/${id}`)
  assert.match(text, /Liegt zur Freigabe bei: Amts- oder Dezernatsleitung/)
  assert.doesNotMatch(text, /Zur Freigabe geben/)
  await office.as(null)
  assert.equal((await office.get(`massnahmen/${id}`)).status, 404)
  await office.as('department-head')
  await office.post(`massnahmen/${id}/veroeffentlichen`, {})
  await office.as(null)
  assert.equal((await office.get(`massnahmen/${id}`)).status, 200)
})

test('two who edit at once: the second sees both versions and loses nothing', async () => {
  await using office = await openOffice()
  const id = await measureIn(office, {}, false)
  const first = await office.post(`massnahmen/${id}/bearbeiten`, { ...typed, title: 'Meine Fassung', version: '1' })
  assert.equal(first.status, 303)
  const second = await office.post(`massnahmen/${id}/bearbeiten`, { ...typed, title: 'Deine Fassung', version: '1' })
  assert.equal(second.status, 409)
  assert.match(second.text, /Meine Fassung/)
  assert.match(second.text, /value="Deine Fassung"/)
  const again = await office.post(`massnahmen/${id}/bearbeiten`, { ...typed, title: 'Deine Fassung', version: '2' })
  assert.equal(again.status, 303)
})

test('the money of a year is kept to the cent, a source of money per row, and nothing typed is lost', async () => {
  await using office = await openOffice()
  const id = await measureIn(office)
  const row = {
    rows: '2',
    'year-0': '2026',
    'staff-0': '12.000,50',
    'fte-0': '0,5',
    'fundingSource-0': 'Land',
    version: '2',
  }
  const wrong = await office.post(`massnahmen/${id}/mittel`, { ...row, 'material-1': '-5' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /value="12.000,50"/)
  assert.match(wrong.text, /href="#material-1">[^<]*kleiner als 0/)
  assert.match(wrong.text, /href="#year-1">Geben Sie ein Jahr ein/)
  const more = await office.post(`massnahmen/${id}/mittel`, { ...row, more: '1' })
  assert.match(more.text, /id="year-3"/)
  assert.match(more.text, /value="12.000,50"/)

  assert.equal((await office.post(`massnahmen/${id}/mittel`, row)).status, 303)
  const { text } = await office.get(`massnahmen/${id}`)
  assert.match(text, /12\.000,50/)
  assert.match(text, /0,50/)
  const race = await office.post(`massnahmen/${id}/mittel`, { ...row, 'staff-0': '1' })
  assert.equal(race.status, 409)
  assert.match(race.text, /12\.000,50/)
})

test('several measures are changed at once, each with its entry in the history', async () => {
  await using office = await openOffice()
  const ids = [await measureIn(office), await measureIn(office, { number: '1.2' })]
  const page = await office.post('massnahmen/auswahl', {
    id: ids.map(String),
    change: 'state',
    state: 'COMPLETED',
    back: '/massnahmen?stand=RUNNING',
  })
  assert.equal(page.status, 303)
  assert.match(page.location, /massnahmen\?stand=RUNNING$/)
  const states = await office.db.selectFrom('measure').select('state').execute()
  assert.deepEqual(states, [{ state: 'COMPLETED' }, { state: 'COMPLETED' }])
  const change = { state: { from: 'RUNNING', to: 'COMPLETED' } }
  const entries = await office.db.selectFrom('auditEntry').where('act', '=', 'changed').select('changes').execute()
  assert.deepEqual(
    entries.map(({ changes }) => changes),
    [change, change],
  )
})

test('a bulk change without a choice says so and keeps the ticks; foreign ids change nothing', async () => {
  await using office = await openOffice()
  const id = await measureIn(office)
  const page = await office.post('massnahmen/auswahl', { id: String(id), change: 'state', state: 'DEFERRED' })
  assert.equal(page.status, 422)
  assert.match(page.text, /href="#stateReason"/)
  assert.match(page.text, new RegExp(`name="id" value="${id}" checked`))
  assert.equal(
    (await office.post('massnahmen/auswahl', { id: [String(id), '99999'], change: 'start', year: '2026' })).status,
    404,
  )
  const away = await office.post('massnahmen/auswahl', {
    id: String(id),
    change: 'start',
    year: '2026',
    back: 'https://boese.example',
  })
  assert.match(away.location, /\/massnahmen$/)
})

test('who may not, cannot: nobody, readers, and leads of other measures', async () => {
  await using office = await openOffice()
  const id = await measureIn(office)
  for (const role of ['reader', 'councillor', 'statistics'] as const) {
    await office.as(role)
    for (const path of [
      paths.list,
      paths.edit(id),
      paths.publish(id),
      paths.confirm(id),
      paths.remove(id),
      paths.money(id),
      paths.bulk,
    ]) {
      assert.equal((await office.post(path.slice(1), typed)).status, 403, `${role} ${path}`)
    }
    assert.doesNotMatch((await office.get(`massnahmen/${id}`)).text, /bearbeiten/, role)
  }
})

test('a person limited to measures that they lead edits those and no others', async () => {
  await using office = await openOffice()
  const complete = await completeIn(office)
  const own = await measureIn(office, complete)
  const other = await measureIn(office, { number: '1.2' })
  const unitId = Number(complete.lead.slice(4))
  await office.as('officer', { onlyLed: true, orgUnitId: unitId })
  assert.equal((await office.get(`massnahmen/${own}/bearbeiten`)).status, 200)
  assert.equal((await office.get(`massnahmen/${other}/bearbeiten`)).status, 403)
  const given = await office.post(`massnahmen/${own}/bearbeiten`, { ...typed, version: '2', lead: '' })
  assert.equal(given.status, 403, 'giving the lead away would be the end of the right')
})
