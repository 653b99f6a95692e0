import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings, htmlFindings } from '#ui/testing.tsx'
import { writeAudit } from '#platform/audit/audit.ts'
import { parseFlexDate } from '#values/flex-date.ts'
import { openOffice } from '#tests/office.ts'
import { fillPlan } from './testing.ts'

test('the home page shows the numbers of the plan, its progress by field and a way through it', async () => {
  await using office = await openOffice({ role: null })
  const { measures } = await fillPlan(office, 4)
  const { status, text } = await office.get('?sprache=de')
  assert.equal(status, 200)
  assert.match(text, /<h1[^>]*>Gleiche Chancen im Landkreis Probekreis<\/h1>/)
  assert.match(text, /<b class="tw-num">4<\/b><span>Bedarfe<\/span>/)
  assert.match(text, /So weit sind wir in den zwei Handlungsfeldern/)
  assert.match(text, /0 von 2 erreicht, 2 laufen/)
  assert.ok(measures.some((id) => text.includes(`/plan/wirkungskette?weg=${id}`)))
})

test('the home page of an officer shows what the public sees: no draft is in it', async () => {
  await using office = await openOffice({ role: 'officer' })
  const { measures } = await fillPlan(office, 2)
  await office.db
    .updateTable('measure')
    .set({ publishedAt: null })
    .where('id', '=', measures[0] ?? 0)
    .execute()
  const { text } = await office.get('?sprache=de')
  assert.match(text, /<b class="tw-num">1<\/b><span>Maßnahme<\/span>/)
})

test('a municipality that has published nothing says so, and tells its officer where to begin', async () => {
  await using office = await openOffice({ role: null })
  const anyone = await office.get('?sprache=de')
  assert.equal(anyone.status, 200)
  assert.match(anyone.text, /Noch ist nichts veröffentlicht/)
  assert.doesNotMatch(anyone.text, /So fangen Sie an/)
  await office.as('officer')
  const officer = await office.get('?sprache=de')
  assert.match(officer.text, /So fangen Sie an/)
  assert.match(officer.text, /href="[^"]*\/plan\/bearbeiten/)
})

test('the way begins with setting up, and what is done is ticked off', async () => {
  await using office = await openOffice({ role: 'officer', isOpen: false })
  const { text } = await office.get('?sprache=de')
  const order = ['einrichten', 'plan/bearbeiten', 'einlesen', 'plan/was-fehlt', 'oeffnen']
  const way = /<ol class="tw-steps">.*?<\/ol>/s.exec(text)?.[0] ?? ''
  const places = order.map((path) => way.indexOf(path))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
    places.join(),
  )
  assert.match(way, /kern-btn--primary" href="[^"]*einrichten/)
  assert.doesNotMatch(way, /Erledigt/)
  await office.db.updateTable('planVersion').set({ lead: 'Alle haben gleiche Chancen.' }).execute()
  assert.equal([...(await office.get('?sprache=de')).text.matchAll(/Erledigt\./g)].length, 1)
})

test('an officer begins the plan of a municipality that has none', async () => {
  await using office = await openOffice({ role: 'officer' })
  await office.db.deleteFrom('plan').execute()
  const home = await office.get('?sprache=ar')
  assert.match(home.text, /action="[^"]*\/plan\/anlegen/)
  const begun = await office.post('plan/anlegen?sprache=ar', {})
  assert.equal(begun.status, 303)
  const version = await office.db.selectFrom('planVersion').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([version.number, version.title, version.publishedAt], [1, 'Teilhabeplan Probekreis', null])
  await office.as(null)
  assert.equal((await office.get('')).status, 200)
  assert.match((await office.get('plan?sprache=de')).text, /Der Teilhabeplan ist in Vorbereitung/)
})

test('nobody without the right begins a plan', async () => {
  await using office = await openOffice({ role: 'reader' })
  assert.equal((await office.post('plan/anlegen', {})).status, 403)
})

test('news tell of a measure that got on, but not of what happened while it was a draft', async () => {
  await using office = await openOffice({ role: null })
  const { measures } = await fillPlan(office, 2)
  const { db, municipalityId } = office
  const act = { municipalityId, accountId: null, thingKind: 'measure', act: 'changed' }
  const change = { state: { from: 'NOT_STARTED', to: 'COMPLETED' } }
  await writeAudit(db, { ...act, thingId: measures[0] ?? 0 }, change)
  await writeAudit(db, { ...act, thingId: measures[1] ?? 0 }, change)
  await db
    .updateTable('measure')
    .set({ publishedAt: new Date('2030-01-01') })
    .where('id', '=', measures[1] ?? 0)
    .execute()
  const { text } = await office.get('?sprache=de')
  assert.match(text, /Maßnahme 1<\/a><p class="tw-small">Jetzt abgeschlossen\./)
  assert.doesNotMatch(text, /Maßnahme 2<\/a><p class="tw-small">Jetzt/)
})

test('a step without dates shows how far it is, nowhere that something is still open', async () => {
  await using office = await openOffice({ role: 'officer' })
  await fillPlan(office, 1)
  await office.post('plan/schritte', { title: 'Zuhören', state: 'RUNNING', publish: '1' })
  await office.post('plan/schritte', { title: 'Schreiben', state: 'PLANNED', periodFrom: '2027', publish: '1' })
  await office.as(null)
  const home = await office.get('?sprache=de')
  assert.match(home.text, /<span class="tw-log__when">läuft<\/span><div><strong>Zuhören/)
  assert.match(home.text, /<span class="tw-log__when">2027<\/span><div><strong>Schreiben/)
  const plan = await office.get('plan?sprache=de')
  assert.match(plan.text, /<li><div><strong>Zuhören<\/strong> <span[^>]*>läuft/)
  // One dated step is no picture; and one without a date would get no row in it.
  assert.doesNotMatch(plan.text, /tw-timeline/)
  const versions = await office.get('plan/fassungen?sprache=de')
  for (const { text } of [home, plan, versions]) assert.doesNotMatch(text, /noch offen/)
})

test('many things published on one day are one line of news', async () => {
  await using office = await openOffice({ role: null })
  const { measures } = await fillPlan(office, 5)
  const { db, municipalityId } = office
  for (const thingId of measures)
    await writeAudit(db, { municipalityId, accountId: null, thingKind: 'measure', thingId, act: 'published' }, {})
  const { text } = await office.get('?sprache=de')
  assert.match(text, />5 Maßnahmen veröffentlicht<\/a>/)
})

test('the next date of the plan is a way in; a past one is news, a tentative one is not', async () => {
  await using office = await openOffice({ role: null })
  const { db, municipalityId, planVersionId } = office
  await fillPlan(office, 1)
  const event = async (title: string, date: string, isTentative = false) => {
    const { id } = await db
      .insertInto('planItem')
      .values({ municipalityId, kind: 'event' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('planEvent')
      .values({
        municipalityId,
        planVersionId,
        id,
        title,
        date: parseFlexDate(date),
        sortDate: date,
        isTentative,
        publishedAt: new Date(),
      })
      .execute()
  }
  await event('Konferenz', '2027-01-23')
  await event('Auswahl', '2026-10-07')
  await event('Vielleicht', '2026-10-08', true)
  const { text } = await office.get('?sprache=de')
  assert.match(text, /<p><bdi>23\.01\.2027<\/bdi><br\/><strong>Konferenz<\/strong>/)
  assert.match(text, /<time datetime="2026-10-07">07\.10\.2026<\/time>/)
  assert.doesNotMatch(text, /Vielleicht/)
})

test('the state is that of the newest confirmation, else of the years of the plan, never of today', async () => {
  await using office = await openOffice({ role: null })
  const { measures } = await fillPlan(office, 2)
  assert.match((await office.get('?sprache=de')).text, />Jedes Quadrat ist eine Maßnahme</)
  await office.db
    .updateTable('planVersion')
    .set({ periodFrom: parseFlexDate('2018') })
    .execute()
  assert.match((await office.get('?sprache=de')).text, />Plan 2018, jedes Quadrat/)
  const confirm = office.db.updateTable('measure').set({ confirmedOn: '2021-09-07' })
  await confirm.where('id', '=', measures[0] ?? 0).execute()
  assert.match((await office.get('?sprache=de')).text, />Stand 07\.09\.2021, jedes Quadrat/)
})

test('what a plan does not have is no number on its home page', async () => {
  await using office = await openOffice({ role: null })
  const { db } = office
  await fillPlan(office, 1)
  for (const table of ['need', 'indicator'] as const) await db.updateTable(table).set({ publishedAt: null }).execute()
  await db.updateTable('actionField').set({ publishedAt: null }).where('code', '=', '2').execute()
  const { text } = await office.get('?sprache=de')
  assert.doesNotMatch(text, /<b class="tw-num">0<|d=""/)
  assert.match(text, /<b class="tw-num">1<\/b><span>Ziel</)
  assert.match(text, /id="stand">So weit sind wir</)
  // A goal above the fields, to which nothing is tied, is a knot of the picture too.
  const knots = (page: string) => page.match(/stroke="var\(--tw-goal\)"/g)?.length ?? 0
  const { id } = await db
    .insertInto('planItem')
    .values({ municipalityId: office.municipalityId, kind: 'goal' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { municipalityId, planVersionId } = office
  await db
    .insertInto('goal')
    .values({ municipalityId, planVersionId, id, level: 'MAIN_GOAL', text: 'Alle', publishedAt: new Date() })
    .execute()
  const more = (await office.get('?sprache=de')).text
  assert.match(more, /<b class="tw-num">2<\/b><span>Ziele</)
  assert.equal(knots(more) - knots(text), 1)
})

test('whom to ask stands as it was written: no article, no case', async () => {
  await using office = await openOffice({ role: null })
  await fillPlan(office, 1)
  const address = { office: 'Kreisverwaltung Probe, Integrationsbeauftragte', phone: '07000 1' }
  await office.db
    .updateTable('municipality')
    .set({ address: JSON.stringify(address) })
    .execute()
  office.services.municipalities.forget()
  const { text } = await office.get('?sprache=de')
  assert.match(text, /Ihre Ansprechstelle: Kreisverwaltung Probe, Integrationsbeauftragte<br\/>Telefon: /)
  const arabic = await office.get('?sprache=ar')
  assert.match(arabic.text, /: <span lang="de" dir="ltr">Kreisverwaltung Probe, Integrationsbeauftragte<\/span>/)
})

test('the home page asks the database as often for thirty measures as for three', async () => {
  const counts = []
  for (const number of [3, 30]) {
    await using office = await openOffice({ role: null })
    await fillPlan(office, number)
    await office.get('?sprache=ar')
    counts.push(office.statements())
  }
  assert.equal(counts[0], counts[1])
  assert.ok((counts[0] ?? 99) <= 10, `${counts[0]} statements`)
})

test('nobody sees the home of a closed municipality', async () => {
  await using office = await openOffice({ role: null, isOpen: false })
  await fillPlan(office, 1)
  assert.equal((await office.get('')).status, 404)
})

for (const language of ['de', 'ar'])
  test(`the home page, full and empty, is free of findings in ${language}`, async () => {
    await using office = await openOffice({ role: 'officer' })
    for (const number of [0, 3]) {
      if (number > 0) await fillPlan(office, number)
      const { text } = await office.get(`?sprache=${language}`)
      assert.deepEqual(await axeFindings(text), [])
      assert.deepEqual(await htmlFindings(text), [])
    }
  })
