import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from '#tests/office.ts'
import { saveResources } from './commands/resources.ts'
import { acting, completeIn, fieldIn, measureIn, typed } from './testing.ts'

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

test('the public cannot tell a course that is not released from none; only people of the house are reminded of old entries', async () => {
  await using office = await openOffice()
  const { db } = office
  const red = await measureIn(office, { number: '1.1', title: 'Heikles', course: 'RED', courseReason: 'Geld fehlt' })
  const none = await measureIn(office, { number: '1.2', title: 'Frisches', course: 'GREY' })
  await db.updateTable('measure').set({ confirmedOn: '2026-05-10' }).where('id', '=', red).execute()
  await db.updateTable('measure').set({ confirmedOn: null }).where('id', '=', none).execute()
  const staff = await office.get('massnahmen?sprache=de')
  assert.match(staff.text, /nicht freigegeben/)
  assert.match(staff.text, /seit 198 Tagen nicht bestätigt/)
  assert.match(staff.text, /noch nie bestätigt/)

  await office.as(null)
  const list = (await office.get('massnahmen?sprache=de')).text
  const one = (await office.get(`massnahmen/${red}?sprache=de`)).text
  const other = (await office.get(`massnahmen/${none}?sprache=de`)).text
  for (const text of [list, one, other]) {
    assert.match(text, /keine Angabe/)
    assert.doesNotMatch(text, /freigegeben|bestätigt/)
  }
  for (const text of [list, one]) assert.match(text, /Stand: Mai 2026/)
  assert.doesNotMatch(other, /Stand: /)
  // Neither does what is found, or its order, give it away.
  assert.doesNotMatch((await office.get('massnahmen?verlauf=RED')).text, /Heikles/)
  assert.match((await office.get('massnahmen?verlauf=GREY')).text, /Heikles[\s\S]*Frisches/)
  const sorted = (await office.get('massnahmen?sort=verlauf&richtung=ab')).text
  assert.ok(sorted.indexOf('Heikles') < sorted.indexOf('Frisches'))
})

for (const [from, said] of [
  ['ab 2021', { de: 'dauerhaft ab 2021', en: 'permanent from 2021', ar: 'دائم ابتداءً من 2021' }],
  ['2021', { de: 'dauerhaft ab 2021', en: 'permanent from 2021', ar: 'دائم اعتبارًا من 2021' }],
] as const) {
  test(`a permanent measure that begins „${from}“ says so once`, async () => {
    await using office = await openOffice()
    const id = await measureIn(office, { periodFrom: from, isPermanent: '1' })
    for (const [language, words] of Object.entries(said)) {
      const { text } = await office.get(`massnahmen/${id}?sprache=${language}`)
      assert.ok(text.replaceAll(/<\/?bdi>/g, '').includes(`<dd>${words}</dd>`), words)
    }
  })
}

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

test('what fits a search best stands first: the title, then the text, then who leads; what is only similar says so', async () => {
  await using office = await openOffice()
  await measureIn(office, { number: '1.1', title: 'Jobmesse', description: 'Mit einem Sprachkurs am Vormittag' })
  await measureIn(office, { number: '1.2', title: 'Sprachkurs am Abend' })
  const { id: unitId } = await office.db
    .insertInto('orgUnit')
    .values({ municipalityId: office.municipalityId, levelName: 'Amt', name: 'Stelle für Sprachkurse' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await measureIn(office, { number: '0.9', title: 'Elternabend', lead: `amt-${unitId}` })
  const titles = async (query: string) =>
    [
      ...(await office.get(`massnahmen?${query}`)).text.matchAll(/(Jobmesse|Sprachkurs am Abend|Elternabend)<\/a>/g),
    ].map(([, title]) => title)
  assert.deepEqual(await titles('q=Sprachkurse'), ['Sprachkurs am Abend', 'Jobmesse', 'Elternabend'])
  assert.deepEqual(await titles('q=Sprachkurse&sort=nummer'), ['Elternabend', 'Jobmesse', 'Sprachkurs am Abend'])
  assert.doesNotMatch((await office.get('massnahmen?q=Sprachkurse')).text, /ähnlich geschrieben/)
  assert.match((await office.get('massnahmen?q=Jobmsse')).text, /Nichts enthält „Jobmsse“/)
})

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
  const list = await office.get(`/fremd-${process.pid}/massnahmen`)
  assert.match(list.text, /in Vorbereitung/, 'a municipality without a plan')
  assert.doesNotMatch(list.text, /Sprachcafé/)
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

test('a measure says when and by whom it was last changed: for staff the name, for the public the role', async () => {
  await using office = await openOffice()
  const id = await measureIn(office)
  await office.db
    .updateTable('auditEntry')
    .set({ at: new Date('2026-02-01') })
    .execute()
  await office.post(`massnahmen/${id}/bearbeiten`, { ...typed, title: 'Anders', version: '2' })
  const staff = (await office.get(`massnahmen/${id}`)).text
  assert.match(staff, /Zuletzt geändert am [^<]* von: [^<]+/)
  await office.db
    .updateTable('auditEntry')
    .set({ at: new Date('2026-03-01') })
    .where('act', '=', 'changed')
    .execute()
  await office.post(`massnahmen/${id}/bearbeiten`, { ...typed, title: 'Anders', internalNote: 'Geheim', version: '3' })
  await office.as(null)
  const shown = /Zuletzt geändert am [^<]*/.exec((await office.get(`massnahmen/${id}`)).text)?.[0]
  assert.equal(shown, 'Zuletzt geändert am 01.03.2026 von: Integrationsbeauftragte')
})
