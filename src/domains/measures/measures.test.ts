import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice, type Office } from '#tests/office.ts'
import { createMeasure } from './commands/save.ts'
import { saveResources } from './commands/resources.ts'
import { measureForm, type MeasureForm } from './model/form.ts'
import { checkForm } from '#platform/http/form.ts'
import { speechOf } from '#platform/texts/texts.ts'
import { publishThing, newPlanItem } from '#platform/things/lifecycle.ts'
import { paths } from './paths.ts'
import { texts } from './texts/index.ts'

const say = texts(speechOf('de'))
const typed = { number: '1.1', title: 'Sprachcafé im Süden', state: 'RUNNING', course: 'GREEN' }

function formOf(values: Record<string, string | string[]> = {}): MeasureForm {
  const form = checkForm({ ...typed, ...values }, measureForm, say)
  assert.ok(form.ok, JSON.stringify(form))
  return form.value
}
const acting = ({ municipalityId, planVersionId, accountId }: Office) => ({
  municipalityId,
  planVersionId,
  accountId: accountId || null,
})

async function measureIn(office: Office, values: Record<string, string | string[]> = {}, isPublic = true) {
  const id = await createMeasure(office.db, acting(office), formOf(values))
  if (isPublic) await publishThing(office.db, acting(office), 'measure', id, { needsApproval: false })
  return id
}

async function fieldIn(office: Office, title: string, code = '1') {
  const { db, municipalityId, planVersionId } = office
  const id = await newPlanItem(db, acting(office), 'action-field')
  await db
    .insertInto('actionField')
    .values({ municipalityId, planVersionId, id, code, title, publishedAt: new Date() })
    .execute()
  return id
}

async function completeIn(office: Office) {
  const { db, municipalityId, planVersionId } = office
  const actionFieldId = await fieldIn(office, 'Sprache, Bildung')
  const goalId = await newPlanItem(db, acting(office), 'goal')
  await db
    .insertInto('goal')
    .values({ municipalityId, planVersionId, id: goalId, level: 'IMPACT_GOAL', text: 'Alle sprechen Deutsch' })
    .execute()
  const { id: unitId } = await db
    .insertInto('orgUnit')
    .values({ municipalityId, levelName: 'Amt', name: 'Sozialamt' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    ...{ description: 'Treffen am Abend', actionFieldId: String(actionFieldId), kind: 'PROJECT' },
    ...{ goalIds: [String(goalId)], lead: `amt-${unitId}`, periodFrom: 'März 2025' },
  }
}

test('the public sees published measures and no drafts', async () => {
  await using office = await openOffice()
  await measureIn(office)
  await measureIn(office, { number: '1.2', title: 'Noch geheim' }, false)
  assert.match((await office.get('massnahmen')).text, /Noch geheim/)

  await office.as(null)
  const { status, text } = await office.get('massnahmen')
  assert.equal(status, 200)
  assert.match(text, /Sprachcafé im Süden/)
  assert.doesNotMatch(text, /Noch geheim/)
})

test('the list shows only what the filter asks for, and an unknown filter is no filter', async () => {
  await using office = await openOffice()
  const field = await fieldIn(office, 'Wohnen')
  await measureIn(office, { actionFieldId: String(field) })
  await measureIn(office, { number: '2.1', title: 'Jobmesse', state: 'COMPLETED' })

  const byField = (await office.get(`massnahmen?feld=${field}`)).text
  assert.match(byField, /Sprachcafé/)
  assert.doesNotMatch(byField, /Jobmesse/)
  assert.match((await office.get('massnahmen?stand=COMPLETED')).text, /Jobmesse/)
  assert.match((await office.get('massnahmen?stand=ERFUNDEN&seite=viele')).text, /Jobmesse[\s\S]*|Sprachcafé/)
  assert.match((await office.get('massnahmen?q=gibtesnicht')).text, /Keine Maßnahme passt/)
})

for (const [query, found] of [
  ['Maßnahme', 'Integrationsmaßnahme für Eltern'],
  ['Sprachkurse', 'Sprachkurs am Abend'],
  ['Sprachkrus', 'Sprachkurs am Abend'],
  ['SPRACHKURS', 'Sprachkurs am Abend'],
] as const) {
  test(`searching „${query}“ finds „${found}“`, async () => {
    await using office = await openOffice()
    await measureIn(office, { title: found })
    await measureIn(office, { number: '9.9', title: 'Wohnungslotsen' })
    const { text } = await office.get(`massnahmen?q=${encodeURIComponent(query)}`)
    assert.match(text, new RegExp(found))
    assert.doesNotMatch(text, /Wohnungslotsen/)
  })
}

test('another municipality sees nothing of it', async () => {
  await using office = await openOffice()
  const id = await measureIn(office)
  const { db } = office
  const { id: other } = await db
    .insertInto('municipality')
    .values({ slug: `fremd-${process.pid}`, name: 'Fremd', kind: 'city', federalState: 'HE', isOpen: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  office.services.municipalities.forget()
  assert.ok(other > 0)
  assert.equal((await office.get(`/fremd-${process.pid}/massnahmen/${id}`)).status, 404)
  assert.equal((await office.get(`/fremd-${process.pid}/massnahmen`)).status, 404, 'a municipality without a plan')
})

test('a page about nothing is not found, a removed measure is gone', async () => {
  await using office = await openOffice()
  const id = await measureIn(office)
  assert.equal((await office.get('massnahmen/999999999')).status, 404)
  const removed = await office.post(`massnahmen/${id}/loeschen`, { version: '2' })
  assert.equal(removed.status, 303)
  const gone = await office.get(`massnahmen/${id}`)
  assert.equal(gone.status, 410)
  assert.match(gone.text, /Sprachcafé im Süden/)
})

test('the course and its reason stay inside until they are released', async () => {
  await using office = await openOffice()
  const values = { course: 'RED', courseReason: 'Die Förderung fällt weg' }
  const hidden = await measureIn(office, values)
  const shown = await measureIn(office, { ...values, number: '1.2', courseReleased: 'on' })
  assert.match((await office.get(`massnahmen/${hidden}`)).text, /Förderung fällt weg/)

  await office.as(null)
  for (const address of [`massnahmen/${hidden}`, 'massnahmen.json?q=1.1', 'massnahmen.csv?q=1.1']) {
    assert.doesNotMatch((await office.get(address)).text, /Förderung fällt weg|RED|gefährdet, /, address)
  }
  assert.match((await office.get(`massnahmen/${shown}`)).text, /Förderung fällt weg/)
})

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
  await office.post(`massnahmen/${id}/veroeffentlichen`, {})
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
  const entries = await office.db.selectFrom('auditEntry').where('act', '=', 'changed').select('changes').execute()
  assert.deepEqual(
    entries.map(({ changes }) => changes),
    Array(2).fill({ state: { from: 'RUNNING', to: 'COMPLETED' } }),
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

test('a list takes four statements and a page ten at most, however many rows there are', async () => {
  await using office = await openOffice()
  const complete = await completeIn(office)
  const counts: number[] = []
  for (let n = 1; n <= 30; n++) {
    const id = await measureIn(office, { ...complete, number: `1.${n}`, title: `Maßnahme ${n}` })
    const rows = [
      {
        year: 2026,
        fte: null,
        staff: 100,
        material: null,
        income: null,
        spent: null,
        fundingSource: null,
        costCentre: null,
        account: null,
        orderNumber: null,
        note: null,
      },
    ]
    await saveResources(office.db, acting(office), id, 2, rows)
    if (n !== 3 && n !== 30) continue
    await office.as(null)
    await office.get('massnahmen?sprache=ar')
    const list = office.statements()
    await office.get(`massnahmen/${id}?sprache=ar`)
    counts.push(list, office.statements())
    await office.as('officer')
  }
  assert.deepEqual(counts.slice(0, 2), counts.slice(2))
  // One of them finds the version of the plan.
  assert.ok((counts[0] ?? 99) <= 8, `list ${counts[0]}`)
  assert.ok((counts[1] ?? 99) <= 10, `page ${counts[1]}`)
})
